package io.tickmark.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An idempotency key together with what it was sent for. */
record Keyed(IdempotencyKey key, String fingerprint) {

    /** The answer to these is a secret shown once, and must not be kept. */
    private static final Pattern TOKENS = Pattern.compile("/api/tokens|/api/engagements/[^/]+/collectors");

    static @Nullable Keyed of(HeldBody request) {
        IdempotencyKey key = TOKENS.matcher(request.getServletPath()).matches() ? null : IdempotencyKey.of(request);
        return key == null ? null : new Keyed(key, Fingerprint.of(key, request).hex());
    }
}
