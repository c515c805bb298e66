package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The control owner hands over what was asked for. */
@Component
class ProvideEvidence implements TaskRules {

    private final RequestTasks tasks;
    private final RequestProgress progress;
    private final Clock clock;

    ProvideEvidence(RequestTasks tasks, RequestProgress progress, Clock clock) {
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
        RequestFacts request = tasks.of(task).facts();
        Map<String, @Nullable Object> shown = tasks.shown(task);
        shown.put("files", tasks.toGive(task));
        shown.put("coversFrom", tasks.coversFrom(request));
        shown.put("coversTo", tasks.coversTo(request));
        if (request.kind() == EvidenceKind.POPULATION) {
            tasks.collected(task).ifPresent(collected -> shown.putAll(collected.population()));
        }
        return shown;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<Refusal> refusals = new ArrayList<>();
        LocalDate from = answers.date("coversFrom");
        LocalDate to = answers.date("coversTo");
        if (from != null && to != null && to.isBefore(from)) {
            refusals.add(new Refusal("coversTo", "The evidence cannot end before it begins on " + from));
        }
        if (tasks.of(task).kind() == EvidenceKind.POPULATION) {
            LocalDate extracted = answers.date("extractedOn");
            if (extracted != null && extracted.isAfter(LocalDate.now(clock))) {
                refusals.add(new Refusal("extractedOn", "Give the day on which it was extracted: today or before"));
            }
            if (!isWhole(answers)) {
                refusals.add(new Refusal(
                        "populationCount", "Count the records: a whole number from 0 to " + Integer.MAX_VALUE));
            }
        }
        return refusals;
    }

    private static boolean isWhole(Answers answers) {
        double count = answers.json().path("populationCount").asDouble(-1);
        return count >= 0 && count <= Integer.MAX_VALUE && count == Math.rint(count);
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        progress.provide(RequestTasks.id(task), actor, answers);
    }
}
