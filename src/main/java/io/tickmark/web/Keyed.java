package io.tickmark.web;

import org.jspecify.annotations.Nullable;

/** An idempotency key together with what it was sent for. */
record Keyed(IdempotencyKey key, String fingerprint) {

    /** The answer to it is a secret shown once, and must not be kept. */
    private static final String TOKENS = "/api/tokens";

    static @Nullable Keyed of(HeldBody request) {
        IdempotencyKey key = request.getServletPath().equals(TOKENS) ? null : IdempotencyKey.of(request);
        return key == null ? null : new Keyed(key, Fingerprint.of(key, request).hex());
    }
}
