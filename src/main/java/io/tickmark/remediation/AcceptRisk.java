package io.tickmark.remediation;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.readiness.Gaps;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who proposes to live with a gap does not accept that risk himself. */
@Component
class AcceptRisk implements TaskRules {

    private final GapTasks tasks;
    private final Gaps gaps;

    AcceptRisk(GapTasks tasks, Gaps gaps) {
        this.tasks = tasks;
        this.gaps = gaps;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        return tasks.subject(task);
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return tasks.shown(task);
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return tasks.notBy("PlanRemediation", task, actor, "riskDecision", "proposed to accept this risk");
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        UUID gap = tasks.gap(task).id();
        if (answers.text("riskDecision").equals("accept")) {
            gaps.accept(gap);
        } else {
            gaps.planAgain(gap);
        }
    }
}
