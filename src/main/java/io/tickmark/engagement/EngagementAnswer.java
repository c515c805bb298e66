package io.tickmark.engagement;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An engagement as the API answers it. */
record EngagementAnswer(
        UUID id,
        UUID client,
        String clientName,
        String title,
        List<PlannedReportAnswer> reports,
        String phase,
        Map<String, List<String>> team,
        @Nullable LocalDate neededBy,
        @Nullable UUID previous,
        @Nullable UUID next,
        int version,
        @JsonAnyGetter Map<String, Object> aspects) {

    record PlannedReportAnswer(
            UUID id,
            ReportType reportType,
            AttestationType attestationType,
            List<Category> categories,
            @Nullable LocalDate periodStart,
            @Nullable LocalDate periodEnd,
            @Nullable LocalDate asOf,
            String period) {

        static PlannedReportAnswer of(ReportPlan plan, LocalDate today) {
            return new PlannedReportAnswer(
                    plan.id(),
                    plan.reportType(),
                    plan.attestationType(),
                    plan.categories(),
                    plan.periodStart(),
                    plan.periodEnd(),
                    plan.asOf(),
                    plan.period(today));
        }
    }

    /** A row of the list: what can be told without a look into other modules. */
    record Row(
            UUID id,
            UUID client,
            String title,
            String phase,
            @Nullable LocalDate neededBy,
            Instant createdAt) {}
}
