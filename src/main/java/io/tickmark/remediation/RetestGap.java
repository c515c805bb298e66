package io.tickmark.remediation;

import io.tickmark.evidence.Documents;
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

/** Somebody other than who fixed the gap looks whether it is really closed. */
@Component
class RetestGap implements TaskRules {

    private final GapTasks tasks;
    private final Gaps gaps;
    private final Documents documents;

    RetestGap(GapTasks tasks, Gaps gaps, Documents documents) {
        this.tasks = tasks;
        this.gaps = gaps;
        this.documents = documents;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        return tasks.subject(task);
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, Object> data = tasks.shown(task);
        tasks.latest(task, "FixGap")
                .ifPresent(fixed -> data.put("whatWasDone", fixed.answers().text("whatWasDone")));
        data.put("proof", documents.preview(tasks.gap(task).proof()));
        return data;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return tasks.notBy("FixGap", task, actor, "retestDecision", "fixed this gap");
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        if (!answers.text("retestDecision").equals("closed")) {
            gaps.reopen(tasks.gap(task).id());
        }
    }
}
