package io.tickmark.reporting;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Writes the signed report with all its dates; what is issued already stays. */
@Component
class IssueReport implements Step {

    private final Engagements engagements;
    private final Reports reports;
    private final ReportWriter writer;
    private final ReportPdf pdf;

    IssueReport(Engagements engagements, Reports reports, ReportWriter writer, ReportPdf pdf) {
        this.engagements = engagements;
        this.reports = reports;
        this.writer = writer;
        this.pdf = pdf;
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        LocalDate reportDate = reports.reportDate(engagement)
                .orElseThrow(() -> new IllegalStateException("The reports of " + engagement + " have no date"));
        for (ReportPlan plan : engagements.facts(engagement).reports()) {
            if (reports.of(engagement, plan).filter(ReportFacts::isIssued).isEmpty()) {
                reports.issued(engagement, plan, pdf.render(writer.issue(engagement, plan, reportDate)));
            }
        }
    }
}
