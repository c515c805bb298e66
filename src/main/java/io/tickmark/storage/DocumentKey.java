package io.tickmark.storage;

import io.tickmark.kernel.EngagementId;
import java.util.UUID;

/**
 * Where one document's bytes stand: {@code <engagement>/<document>}, both UUIDs that we made. No name that a person
 * gave ever becomes part of a key.
 */
public record DocumentKey(EngagementId engagement, UUID document) {

    /** Throws {@link IllegalArgumentException} for anything but two lower-case UUIDs with one slash between them. */
    public static DocumentKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash > 0) {
            DocumentKey key = new DocumentKey(
                    EngagementId.of(text.substring(0, slash)), UUID.fromString(text.substring(slash + 1)));
            // UUID.fromString also takes short and upper-case forms: two texts must not name one document
            if (key.toString().equals(text)) {
                return key;
            }
        }
        throw new IllegalArgumentException("A document's key is <engagement>/<document>, two UUIDs; this is not one");
    }

    @Override
    public String toString() {
        return engagement + "/" + document;
    }
}
