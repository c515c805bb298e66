package io.tickmark.reporting;

import io.tickmark.engagement.EarlierWork;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Writes the signed report with all its dates; what is issued already stays. */
@Component
class IssueReport implements Step {

    private final Engagements engagements;
    private final EarlierWork work;
    private final Reports reports;
    private final ReportWriter writer;
    private final ReportPdf pdf;

    IssueReport(Engagements engagements, EarlierWork work, Reports reports, ReportWriter writer, ReportPdf pdf) {
        this.engagements = engagements;
        this.work = work;
        this.reports = reports;
        this.writer = writer;
        this.pdf = pdf;
    }

    /** The partner signed this opinion with this date; what holds him back, {@link SignReport} has asked. */
    private void isSigned(EngagementId engagement) {
        TaskRecord signed = work.decided(engagement, "", "SignReport", "signing", "sign");
        EarlierWork.inOrder(work.done(engagement, "", "SetReportDate"), signed);
        EarlierWork.inOrder(work.done(engagement, "", "DecideOpinion"), signed);
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        isSigned(engagement);
        LocalDate reportDate = reports.reportDate(engagement)
                .orElseThrow(() -> new IllegalStateException("The reports of " + engagement + " have no date"));
        for (ReportPlan plan : engagements.facts(engagement).reports()) {
            if (reports.of(engagement, plan).filter(ReportFacts::isIssued).isEmpty()) {
                reports.issued(engagement, plan, pdf.render(writer.issue(engagement, plan, reportDate)));
            }
        }
    }
}
