package io.tickmark.renewal;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class PlanNextPeriod implements TaskRules {

    private final Engagements engagements;

    PlanNextPeriod(Engagements engagements) {
        this.engagements = engagements;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        ReportPlan last = last(task);
        return Map.of(
                "nextPeriodStart", RenewalProcess.nextStart(last),
                "nextPeriodEnd", RenewalProcess.proposedEnd(last));
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        LocalDate start = RenewalProcess.nextStart(last(task));
        return answers.needDate("nextPeriodEnd").isAfter(start)
                ? List.of()
                : List.of(new Refusal("nextPeriodEnd", "The next period must end after it starts, on " + start));
    }

    private ReportPlan last(OpenTask task) {
        return engagements.facts(task.engagement()).leadReport();
    }
}
