package io.tickmark.reporting;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes a new draft of each planned report. The client's leads see it from now on. */
@Component
class DraftReport implements Step {

    private final Engagements engagements;
    private final Reports reports;
    private final ReportWriter writer;
    private final ReportPdf pdf;
    private final FiledOpinion opinion;

    DraftReport(Engagements engagements, Reports reports, ReportWriter writer, ReportPdf pdf, FiledOpinion opinion) {
        this.engagements = engagements;
        this.reports = reports;
        this.writer = writer;
        this.pdf = pdf;
        this.opinion = opinion;
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        String decided = opinion.decided(engagement).overall().name();
        List<ReportPlan> plans = engagements.facts(engagement).reports();
        for (int position = 0; position < plans.size(); position++) {
            ReportPlan plan = plans.get(position);
            int number = reports.of(engagement, plan).map(ReportFacts::draft).orElse(0) + 1;
            byte[] bytes = pdf.render(writer.draft(engagement, plan, number));
            reports.drafted(engagement, position, plan, decided, bytes);
        }
    }
}
