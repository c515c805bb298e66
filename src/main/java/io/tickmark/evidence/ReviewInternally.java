package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The client looks at its own evidence before the auditor sees it. */
@Component
class ReviewInternally implements TaskRules {

    private final RequestTasks tasks;
    private final ReviewedEvidence evidence;
    private final RequestProgress progress;

    ReviewInternally(RequestTasks tasks, ReviewedEvidence evidence, RequestProgress progress) {
        this.tasks = tasks;
        this.evidence = evidence;
        this.progress = progress;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        return tasks.subject(task);
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return evidence.shown(task);
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        if (answers.text("internalDecision").equals("return")) {
            progress.returnInside(RequestTasks.id(task), actor, answers.text("internalReason"));
        } else {
            progress.release(RequestTasks.id(task), actor);
        }
    }
}
