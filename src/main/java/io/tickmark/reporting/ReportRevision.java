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
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes a report again with what came to light after its issue, under both dates (AT-C 205). */
@Component
class ReportRevision {

    private final Engagements engagements;
    private final EngagementFile file;
    private final DiscoveredFactsRepository discovered;
    private final ReportWriter writer;

    ReportRevision(
            Engagements engagements, EngagementFile file, DiscoveredFactsRepository discovered, ReportWriter writer) {
        this.engagements = engagements;
        this.file = file;
        this.discovered = discovered;
        this.writer = writer;
    }

    ReportText of(ReportFacts report) {
        EngagementId engagement = report.engagement();
        ReportPlan plan = engagements.facts(engagement).reports().stream()
                .filter(planned -> planned.id().equals(report.plan()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No plan led to report " + report.id()));
        LocalDate date = Objects.requireNonNull(report.reportDate(), "an issued report has a date");
        List<Revision> revisions = revisions(report, engagement);
        LocalDate last = revisions.get(revisions.size() - 1).on();
        return ReportText.revision(plan, last, writer.revise(engagement, plan, date, revisions));
    }

    /** Every decision to revise this report, in order: what the partner wrote, on the day he signed it. */
    private List<Revision> revisions(ReportFacts report, EngagementId engagement) {
        return file.all(engagement, "AssessFacts").stream()
                .filter(record -> record.answers().text("postIssueAction").equals("revise"))
                .filter(record -> isAbout(report, record))
                .map(record -> new Revision(LocalDate.ofInstant(record.completedAt(), ZoneOffset.UTC), text(record)))
                .toList();
    }

    private boolean isAbout(ReportFacts report, TaskRecord record) {
        return discovered
                .findById(UUID.fromString(record.subject()))
                .filter(facts -> facts.report().equals(report.id()))
                .isPresent();
    }

    /** A changed model may ask for a reason only. */
    private static String text(TaskRecord record) {
        String text = record.answers().text("revisionText");
        return text.isEmpty() ? record.answers().text("postIssueReason") : text;
    }
}
