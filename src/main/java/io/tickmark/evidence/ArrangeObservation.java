package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The control owner agrees a day and a place at which the auditor can watch. */
@Component
class ArrangeObservation implements TaskRules {

    private final RequestTasks tasks;
    private final RequestProgress progress;

    ArrangeObservation(RequestTasks tasks, RequestProgress progress) {
        this.tasks = tasks;
        this.progress = progress;
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
    public void submit(OpenTask task, Actor actor, Answers answers) {
        progress.arrange(RequestTasks.id(task));
    }
}
