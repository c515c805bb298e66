package io.tickmark.extraction;

import org.jspecify.annotations.Nullable;

/**
 * What became of reading one document.
 *
 * @param reason why it was not read, as a sentence for the person who gave it; null when it was read
 * @param contents what was found, also of a document that was read in part only; null where nothing was
 */
public record Extraction(
        Outcome outcome, @Nullable String reason, @Nullable Contents contents) {

    /** Whether, and if not how far, a document could be read. */
    public enum Outcome {
        READ,
        /** It needs a password. */
        ENCRYPTED,
        /** It is not a whole file of its kind. */
        DAMAGED,
        /** No parser here knows this kind of file. */
        UNKNOWN_KIND,
        /** Reading it takes more time, memory or space than a document may; its reader was ended. */
        TOO_MUCH,
        /** Its reader ended by itself. */
        DIED
    }

    static Extraction read(Contents contents) {
        return new Extraction(Outcome.READ, null, contents);
    }

    static Extraction not(Outcome outcome, String reason, @Nullable Contents contents) {
        return new Extraction(outcome, reason, contents);
    }
}
