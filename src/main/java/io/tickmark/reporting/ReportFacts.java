package io.tickmark.reporting;

import io.tickmark.engagement.AttestationType;
import io.tickmark.engagement.ReportType;
import io.tickmark.kernel.EngagementId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as other modules see it.
 *
 * @param plan the planned report that it carries out
 * @param opinion {@code UNMODIFIED}, {@code QUALIFIED}, {@code ADVERSE} or {@code DISCLAIMER}
 * @param draft the newest draft's number, from 1
 * @param letterDate of the representation letter
 * @param document the issued report, or the newest draft
 * @param sha256 of the issued report's bytes, lower-case hex; null while it is a draft
 */
public record ReportFacts(
        UUID id,
        EngagementId engagement,
        UUID plan,
        ReportType reportType,
        AttestationType attestationType,
        ReportState state,
        String opinion,
        int draft,
        @Nullable LocalDate reportDate,
        @Nullable LocalDate letterDate,
        @Nullable LocalDate assertionDate,
        @Nullable Instant issuedAt,
        UUID document,
        @Nullable String sha256,
        int version) {

    public boolean isIssued() {
        return state != ReportState.DRAFT;
    }
}
