package io.tickmark.reporting;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Management's written representations carry the report's date (AT-C 205). */
@Component
class SignRepresentationLetter implements TaskRules {

    private final RepresentationLetter letter;
    private final Reports reports;

    SignRepresentationLetter(RepresentationLetter letter, Reports reports) {
        this.letter = letter;
        this.reports = reports;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId engagement = task.engagement();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("letterText", letter.of(engagement));
        reports.reportDate(engagement).ifPresent(date -> data.put("letterDate", date));
        return data;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        LocalDate date = answers.needDate("letterDate");
        return reports.reportDate(task.engagement())
                .map(reportDate -> date.isEqual(reportDate)
                        ? List.<Refusal>of()
                        : refusal("The letter is dated as of the report's date, " + reportDate))
                .orElseGet(() -> refusal("The report has no date yet; the partner sets it first"));
    }

    private static List<Refusal> refusal(String message) {
        return List.of(new Refusal("letterDate", message));
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        LocalDate date = answers.needDate("letterDate");
        reports.each(task.engagement(), report -> report.representedOn(date));
    }
}
