package io.tickmark.kernel;

import java.util.UUID;

/** Names one engagement; its text form is also the business key of every process instance that works for it. */
public record EngagementId(UUID value) {

    public static EngagementId next() {
        return new EngagementId(UUID.randomUUID());
    }

    /** Throws {@link IllegalArgumentException} when the text is no UUID. */
    public static EngagementId of(String text) {
        return new EngagementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
