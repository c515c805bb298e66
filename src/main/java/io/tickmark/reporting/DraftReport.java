package io.tickmark.reporting;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.PreparedStep;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.StepFacts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes a new draft of each planned report. The client's leads see it from now on. */
@Component
class DraftReport implements PreparedStep<List<PrintedReport>> {

    private final Engagements engagements;
    private final Reports reports;
    private final ReportWriter writer;
    private final Printing printing;
    private final FiledOpinion opinion;

    DraftReport(
            Engagements engagements, Reports reports, ReportWriter writer, Printing printing, FiledOpinion opinion) {
        this.engagements = engagements;
        this.reports = reports;
        this.writer = writer;
        this.printing = printing;
        this.opinion = opinion;
    }

    private List<ReportText> texts(EngagementId engagement) {
        return engagements.facts(engagement).reports().stream()
                .map(plan -> text(engagement, plan))
                .toList();
    }

    private ReportText text(EngagementId engagement, ReportPlan plan) {
        int number = reports.of(engagement, plan).map(ReportFacts::draft).orElse(0) + 1;
        return ReportText.draft(plan, number, writer.draft(engagement, plan, number));
    }

    @Override
    public List<PrintedReport> prepare(StepFacts facts) {
        return printing.print(facts.engagement(), () -> texts(facts.engagement()));
    }

    @Override
    public void run(StepContext context, List<PrintedReport> printed) {
        EngagementId engagement = context.engagement();
        Printing.check(printed, texts(engagement));
        String decided = opinion.decided(engagement).overall().name();
        for (int position = 0; position < printed.size(); position++) {
            reports.drafted(engagement, position, decided, printed.get(position));
        }
    }

    @Override
    public void release(List<PrintedReport> printed) {
        printing.release(printed);
    }
}
