package io.tickmark.description;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor wrote beside a section or an entry of the register, with what was answered. Its words are never
 * changed; it is resolved, and may be opened again.
 *
 * @param about the section's key, or the id of the incident or change
 * @param kind {@code internal} for the firm's auditors alone, {@code shared} for management too
 * @param by the writer's name
 * @param version of the section when it was written; null beside an entry of the register
 * @param state whether it is still {@code open}, or was settled by {@code resolvedBy}
 */
record Comment(
        UUID id,
        String about,
        String kind,
        String by,
        Instant at,
        String text,
        @Nullable Integer version,
        String state,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        List<CommentAnswer> answers) {

    static final String INTERNAL = "internal";
    static final String SHARED = "shared";

    /** @param side {@code firm} or {@code client}: whose answer it is */
    record CommentAnswer(String side, String by, Instant at, String text) {}

    Comment {
        answers = List.copyOf(answers);
    }

    boolean isShared() {
        return kind.equals(SHARED);
    }
}
