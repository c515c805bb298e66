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
import org.springframework.stereotype.Component;

/** The control owner closes the gap and shows that it is closed. */
@Component
class FixGap implements TaskRules {

    private final GapTasks tasks;
    private final Gaps gaps;

    FixGap(GapTasks tasks, Gaps gaps) {
        this.tasks = tasks;
        this.gaps = gaps;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        return tasks.subject(task);
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, Object> data = tasks.shown(task);
        tasks.latest(task, "RetestGap")
                .ifPresent(reopened -> data.put("retestNote", reopened.answers().text("retestNote")));
        return data;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return answers.documents("proof").isEmpty()
                ? List.of(new Refusal("proof", "Attach at least one document that shows the gap is closed"))
                : List.of();
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        gaps.fixed(tasks.gap(task).id(), actor.id(), answers.documents("proof"));
    }
}
