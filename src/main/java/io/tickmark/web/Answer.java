package io.tickmark.web;

import org.jspecify.annotations.Nullable;

/**
 * What a request was answered, as it is kept for its idempotency key.
 *
 * @param location the Location header, where there was one
 */
public record Answer(
        int status, @Nullable String contentType, @Nullable String location, byte[] body) {}
