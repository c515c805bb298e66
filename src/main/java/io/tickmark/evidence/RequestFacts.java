package io.tickmark.evidence;

import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.scoping.EvidenceKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An evidence request as other modules see it.
 *
 * @param reference how people know it within the engagement, such as {@code R-17}
 * @param controls references of the controls it serves
 * @param populationCount how many records a population has, once it was given; 0 is a nil population
 */
public record RequestFacts(
        UUID id,
        EngagementId engagement,
        String reference,
        String title,
        EvidenceKind kind,
        RequestState state,
        List<String> controls,
        @Nullable PersonId owner,
        LocalDate due,
        boolean clientReview,
        @Nullable LocalDate coversFrom,
        @Nullable LocalDate coversTo,
        @Nullable String sampleOf,
        @Nullable Integer populationCount,
        int version) {

    /** As a person picks it from a list. */
    public String label() {
        return reference + " " + title;
    }
}
