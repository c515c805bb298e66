package io.tickmark.reporting;

import io.tickmark.engagement.ReportPlan;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The date of the report: after its period or on its one date, when all evidence is there and reviewed, and never ahead of time. */
@Component
class SetReportDate implements TaskRules {

    private final FactsForIssue facts;
    private final Reports reports;
    private final SubserviceStatements subservices;
    private final Trail trail;

    SetReportDate(FactsForIssue facts, Reports reports, SubserviceStatements subservices, Trail trail) {
        this.facts = facts;
        this.reports = reports;
        this.subservices = subservices;
        this.trail = trail;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return Map.of("earliestDate", facts.earliest(task.engagement()), "reportDate", facts.today());
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return refusals(
                answers.needDate("reportDate"),
                facts.last(task.engagement()),
                facts.earliest(task.engagement()),
                facts.today());
    }

    static List<Refusal> refusals(LocalDate date, ReportPlan last, LocalDate earliest, LocalDate today) {
        if (date.isBefore(last.datedFrom())) {
            return refusal(
                    last.overPeriod()
                            ? "The report is dated after the period's end, " + last.end()
                            : "The report is dated on or after the date that it speaks of, " + last.end());
        }
        if (date.isBefore(earliest)) {
            return refusal("The last evidence or review came on " + earliest + ": date the report that day or later");
        }
        return date.isAfter(today) ? refusal("A report is not dated ahead: " + today + " at the latest") : List.of();
    }

    private static List<Refusal> refusal(String message) {
        return List.of(new Refusal("reportDate", message));
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        EngagementId engagement = task.engagement();
        LocalDate date = answers.needDate("reportDate");
        reports.each(engagement, report -> report.dated(date));
        subservices.ask(engagement, "the report was dated anew");
        trail.record(engagement, "report-dated", actor, Map.of("reportDate", date));
    }
}
