package io.tickmark.kernel;

import java.util.UUID;

/** Names one client: a service organisation whose controls are examined. */
public record ClientId(UUID value) {

    public static ClientId next() {
        return new ClientId(UUID.randomUUID());
    }

    /** Throws {@link IllegalArgumentException} when the text is no UUID. */
    public static ClientId of(String text) {
        return new ClientId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
