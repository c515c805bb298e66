package io.tickmark.engagement;

import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An engagement as other modules see it.
 *
 * @param phase where the work is now, as in the API
 * @param bundle the models this engagement runs on; whatever is started for it later comes from the same bundle
 * @param reports in the order planned; empty until scoping has decided
 * @param previous the engagement this one renews, or null
 * @param next the engagement that renews this one, or null
 */
public record EngagementFacts(
        EngagementId id,
        ClientId client,
        String title,
        String phase,
        @Nullable LocalDate neededBy,
        String bundle,
        List<ReportPlan> reports,
        @Nullable EngagementId previous,
        @Nullable EngagementId next,
        LocalDate createdOn,
        int version) {

    /** The same with these reports. */
    EngagementFacts with(List<ReportPlan> plans) {
        return new EngagementFacts(
                id, client, title, phase, neededBy, bundle, plans, previous, next, createdOn, version);
    }

    /** Whether the leading report is a Type I, of one date: nothing is tested over a period then. False until decided. */
    public boolean atOneDate() {
        return reports.stream()
                .findFirst()
                .filter(report -> !report.overPeriod())
                .isPresent();
    }

    /** Whether controls are measured against control objectives (SOC 1) in place of criteria. False until decided. */
    public boolean byObjectives() {
        return reports.stream()
                .findFirst()
                .filter(report -> report.reportType() == ReportType.SOC1)
                .isPresent();
    }

    /** The SOC 3 among the reports, leading or beside a SOC 2. */
    public Optional<ReportPlan> publicReport() {
        return reports.stream().filter(ReportPlan::generalUse).findFirst();
    }

    /** The report that leads: the one whose period drives the calendar. Only after scoping has decided on reports. */
    public ReportPlan leadReport() {
        return reports.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No report is planned for engagement " + id));
    }
}
