package io.tickmark.reporting;

import io.tickmark.engagement.ReportType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as the API says it.
 *
 * @param generalUse whether anybody may read it once it is issued (SOC 3); the others are for the readers they name
 * @param draft the newest draft's number
 * @param document where its bytes are: the issued report's, or the newest draft's
 * @param sha256 of the issued report; null while it is a draft
 */
record ReportAnswer(
        UUID id,
        UUID engagement,
        String reportType,
        String attestationType,
        String state,
        String opinion,
        boolean generalUse,
        int draft,
        Dates dates,
        UUID document,
        @Nullable String sha256,
        int version) {

    /**
     * @param issued to the second; the others are days
     * @param currentByConventionUntil until when readers usually take it as current; null for what is not issued, or recalled
     */
    record Dates(
            @Nullable LocalDate report,
            @Nullable LocalDate letter,
            @Nullable LocalDate assertion,
            @Nullable Instant issued,
            @Nullable LocalDate currentByConventionUntil) {}

    static ReportAnswer of(ReportFacts facts, @Nullable LocalDate current) {
        return new ReportAnswer(
                facts.id(),
                facts.engagement().value(),
                facts.reportType().name(),
                facts.attestationType().name(),
                facts.state().word(),
                facts.opinion(),
                facts.reportType() == ReportType.SOC3,
                facts.draft(),
                new Dates(facts.reportDate(), facts.letterDate(), facts.assertionDate(), facts.issuedAt(), current),
                facts.document(),
                facts.sha256(),
                facts.version());
    }
}
