package io.tickmark.renewal;

import io.tickmark.engagement.AttestationType;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Practice;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class PlanNextPeriod implements TaskRules {

    private final Engagements engagements;
    private final Practice practice;

    PlanNextPeriod(Engagements engagements, Practice practice) {
        this.engagements = engagements;
        this.practice = practice;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        ReportPlan last = last(task);
        return last.overPeriod()
                ? Map.of(
                        "nextPeriodStart", RenewalProcess.nextStart(last),
                        "nextPeriodEnd", RenewalProcess.proposedEnd(last, practice))
                : Map.of(
                        "lastAsOf", last.end(),
                        "nextAttestationType", AttestationType.TYPE_II,
                        "nextPeriodFrom", RenewalProcess.nextStart(last),
                        "nextPeriodEnd", RenewalProcess.proposedEnd(last, practice),
                        "nextAsOf", RenewalProcess.proposedDate(last));
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        ReportPlan last = last(task);
        ReportPlan next = RenewalProcess.next(last, answers, practice);
        if (!next.start().isAfter(last.end())) {
            return List.of(new Refusal(
                    next.overPeriod() ? "nextPeriodFrom" : "nextAsOf",
                    "The last report speaks of " + last.end() + ": give a later day"));
        }
        return next.overPeriod() && !next.end().isAfter(next.start())
                ? List.of(new Refusal("nextPeriodEnd", "The next period must end after it starts, on " + next.start()))
                : List.of();
    }

    private ReportPlan last(OpenTask task) {
        return engagements.facts(task.engagement()).leadReport();
    }
}
