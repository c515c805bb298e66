package io.tickmark.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collector as the API answers it; times are real ones, which demo mode does not move.
 *
 * @param requests references of those that it is bound to; a confidential one that its reader may not know of is not named
 * @param state "active", "expired" or "revoked"
 * @param madeBy a username
 */
record CollectorAnswer(
        UUID id,
        String name,
        Set<String> controls,
        List<String> requests,
        String state,
        @Nullable String madeBy,
        Instant madeAt,
        Instant expires,
        @Nullable Instant lastUsed) {}
