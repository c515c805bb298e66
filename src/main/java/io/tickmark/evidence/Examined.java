package io.tickmark.evidence;

import io.tickmark.extraction.Contents;
import io.tickmark.extraction.Extraction;
import io.tickmark.extraction.MalwareScanner.Scan;
import io.tickmark.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A document as the checks look at it.
 *
 * @param extraction null as long as nothing was read
 * @param scan null as long as nothing was scanned
 * @param giver who gave it; null for a person who is gone
 */
record Examined(
        Document document,
        @Nullable Extraction extraction,
        @Nullable Scan scan,
        @Nullable Actor giver) {

    /** Nobody opens what carries malware. */
    static final Extraction NOTHING =
            new Extraction(Extraction.Outcome.DIED, "It carries malware, so nothing was read out of it.", null);

    static final Extraction NOT_WHOLE =
            new Extraction(Extraction.Outcome.DIED, "Its bytes in the store are not those that were taken in.", null);

    static final Extraction NOT_HAD =
            new Extraction(Extraction.Outcome.DIED, "It could not be read here, time and again.", null);

    static final Extraction TOO_LARGE =
            new Extraction(Extraction.Outcome.TOO_MUCH, "It is larger than what is read here.", null);

    static final Scan UNSCANNED = new Scan(Scan.Result.NOT_SCANNED, "Its bytes could not be had from the store.");

    /** As it comes in: of the bytes only the first are known. */
    static Examined comingIn(Document document, @Nullable Actor giver) {
        return new Examined(document, null, null, giver);
    }

    /** What was found in it, if it could be read to its end. */
    @Nullable
    Contents read() {
        return extraction != null && extraction.outcome() == Extraction.Outcome.READ ? extraction.contents() : null;
    }
}
