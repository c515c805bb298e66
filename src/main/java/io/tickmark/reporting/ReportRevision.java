package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.EngagementId;
import io.tickmark.reporting.ReportContent.Revision;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes a report again with what came to light after its issue, under both dates (AT-C 205). */
@Component
class ReportRevision {

    private final Engagements engagements;
    private final EngagementFile file;
    private final ReportWriter writer;

    ReportRevision(Engagements engagements, EngagementFile file, ReportWriter writer) {
        this.engagements = engagements;
        this.file = file;
        this.writer = writer;
    }

    ReportText of(ReportFacts report) {
        EngagementId engagement = report.engagement();
        ReportPlan plan = engagements.facts(engagement).reports().stream()
                .filter(planned -> planned.id().equals(report.plan()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No plan led to report " + report.id()));
        LocalDate date = Objects.requireNonNull(report.reportDate(), "an issued report has a date");
        List<Revision> revisions = revisions(plan, engagement);
        LocalDate last = revisions.get(revisions.size() - 1).on();
        return ReportText.revision(plan, last, writer.revise(engagement, plan, date, revisions));
    }

    /** Every decision to revise what these tests led to, in order: what the partner wrote, on the day he signed it. */
    private List<Revision> revisions(ReportPlan plan, EngagementId engagement) {
        return file.all(engagement, "AssessFacts").stream()
                .filter(record -> record.answers().text("postIssueAction").equals("revise"))
                .map(record ->
                        new Revision(LocalDate.ofInstant(record.completedAt(), ZoneOffset.UTC), text(plan, record)))
                .toList();
    }

    /** A changed model may ask for a reason only; what everybody reads says no more than was written for everybody. */
    private static String text(ReportPlan plan, TaskRecord record) {
        String forEverybody = record.answers().text("publicRevisionText");
        if (plan.generalUse() && !forEverybody.isEmpty()) {
            return forEverybody;
        }
        String text = record.answers().text("revisionText");
        return text.isEmpty() ? record.answers().text("postIssueReason") : text;
    }
}
