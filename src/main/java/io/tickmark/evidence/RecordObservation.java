package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The auditor writes down what was seen: evidence that the auditor makes. */
@Component
class RecordObservation implements TaskRules {

    private final RequestTasks tasks;
    private final RequestProgress progress;
    private final Clock clock;

    RecordObservation(RequestTasks tasks, RequestProgress progress, Clock clock) {
        this.tasks = tasks;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public TaskSubject subject(OpenTask task) {
        return tasks.subject(task);
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, @Nullable Object> shown = tasks.shown(task);
        tasks.said(task, "ArrangeObservation").ifPresent(arranged -> {
            shown.put("observationDate", arranged.answers().date("observationDate"));
            shown.put("place", arranged.answers().text("place"));
            String contact = arranged.answers().text("contact");
            shown.put("contact", contact.isEmpty() ? null : contact);
        });
        return shown;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        LocalDate day = answers.date("observedOn");
        return day != null && day.isAfter(LocalDate.now(clock))
                ? List.of(new Refusal("observedOn", "Give the day on which you observed it: today or before"))
                : List.of();
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        progress.observe(RequestTasks.id(task), actor, answers);
    }
}
