package io.tickmark.evidence;

import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that counts.
 *
 * @param request the evidence request that it answers, or null
 * @param name made harmless when it came: no path, no invisible signs
 * @param size in bytes
 * @param contentType what its content is, whatever its name says
 * @param sha256 of the bytes, lower-case hex
 * @param uploadedBy null where the application made it
 * @param version 1, or more where the same name was given again
 * @param coversFrom first day that it is evidence for, where it was said
 * @param coversTo last day that it is evidence for, inclusive, where it was said
 * @param purgedBecause why two people took it out; null for what is there
 */
public record DocumentFacts(
        UUID id,
        EngagementId engagement,
        @Nullable UUID request,
        String name,
        long size,
        String contentType,
        String sha256,
        DocumentState state,
        MadeBy madeBy,
        @Nullable PersonId uploadedBy,
        Instant uploadedAt,
        int version,
        @Nullable LocalDate coversFrom,
        @Nullable LocalDate coversTo,
        @Nullable String purgedBecause) {

    /** Whether its bytes are given out: never malware, nor what two people took out. */
    public boolean isGivenOut() {
        return state != DocumentState.QUARANTINED && state != DocumentState.PURGED;
    }
}
