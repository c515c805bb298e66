package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.EngagementWords;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The final assertion says what the audit found, and is signed by the report's date. */
@Component
class SignAssertion implements TaskRules {

    private final Engagements engagements;
    private final EngagementWords words;
    private final FinalAssertion assertion;
    private final Reports reports;

    SignAssertion(Engagements engagements, EngagementWords words, FinalAssertion assertion, Reports reports) {
        this.engagements = engagements;
        this.words = words;
        this.assertion = assertion;
        this.reports = reports;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId engagement = task.engagement();
        Map<String, Object> data = new LinkedHashMap<>();
        EngagementFacts facts = engagements.facts(engagement);
        data.put("assertionText", assertion.of(engagement, facts.leadReport()));
        words.publicReportBeside(engagement).ifPresent(report -> {
            data.put("publicReport", true);
            data.put("publicAssertionText", assertion.of(engagement, report));
        });
        reports.reportDate(engagement).ifPresent(date -> data.put("assertionDate", date));
        return data;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        LocalDate date = answers.needDate("assertionDate");
        return reports.reportDate(task.engagement())
                .map(reportDate -> date.isAfter(reportDate)
                        ? refusal("The assertion is signed on or before the report's date, " + reportDate)
                        : List.<Refusal>of())
                .orElseGet(() -> refusal("The report has no date yet; the partner sets it first"));
    }

    private static List<Refusal> refusal(String message) {
        return List.of(new Refusal("assertionDate", message));
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        LocalDate date = answers.needDate("assertionDate");
        reports.each(task.engagement(), report -> report.assertedOn(date));
    }
}
