package io.tickmark.reporting;

import io.tickmark.engagement.EarlierWork;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.PreparedStep;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.StepFacts;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the signed report with all its dates; what is issued already stays. */
@Component
class IssueReport implements PreparedStep<List<PrintedReport>> {

    private final Engagements engagements;
    private final EarlierWork work;
    private final Reports reports;
    private final ReportWriter writer;
    private final Printing printing;

    IssueReport(Engagements engagements, EarlierWork work, Reports reports, ReportWriter writer, Printing printing) {
        this.engagements = engagements;
        this.work = work;
        this.reports = reports;
        this.writer = writer;
        this.printing = printing;
    }

    /** The partner signed this opinion with this date; what holds him back, {@link SignReport} has asked. */
    private void isSigned(EngagementId engagement) {
        TaskRecord signed = work.decided(engagement, "", "SignReport", "signing", "sign");
        EarlierWork.inOrder(work.done(engagement, "", "SetReportDate"), signed);
        EarlierWork.inOrder(work.done(engagement, "", "DecideOpinion"), signed);
    }

    private List<ReportText> texts(EngagementId engagement) {
        isSigned(engagement);
        LocalDate reportDate = reports.reportDate(engagement)
                .orElseThrow(() -> new IllegalStateException("The reports of " + engagement + " have no date"));
        return engagements.facts(engagement).reports().stream()
                .filter(plan -> reports.of(engagement, plan)
                        .filter(ReportFacts::isIssued)
                        .isEmpty())
                .map(plan -> ReportText.issue(plan, writer.issue(engagement, plan, reportDate)))
                .toList();
    }

    @Override
    public List<PrintedReport> prepare(StepFacts facts) {
        return printing.print(facts.engagement(), () -> texts(facts.engagement()));
    }

    @Override
    public void run(StepContext context, List<PrintedReport> printed) {
        Printing.check(printed, texts(context.engagement()));
        printed.forEach(report -> reports.issued(context.engagement(), report));
    }

    @Override
    public void release(List<PrintedReport> printed) {
        printing.release(printed);
    }
}
