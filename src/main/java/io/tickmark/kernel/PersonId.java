package io.tickmark.kernel;

import java.util.UUID;

/** Names one person, of the audit firm or of a client. */
public record PersonId(UUID value) {

    public static PersonId next() {
        return new PersonId(UUID.randomUUID());
    }

    /** Throws {@link IllegalArgumentException} when the text is no UUID. */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
