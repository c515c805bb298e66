package io.tickmark.fieldwork;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.Scope;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A walkthrough is recorded once it was held. */
@Component
class HoldWalkthroughs implements TaskRules {

    private final Scope scope;
    private final Clock clock;

    HoldWalkthroughs(Scope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return Map.of(
                "walkthroughDate", LocalDate.now(clock), "controlOptions", scope.controlOptions(task.engagement()));
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        LocalDate held = answers.date("walkthroughDate");
        return held != null && held.isAfter(LocalDate.now(clock))
                ? List.of(new Refusal(
                        "walkthroughDate",
                        "Give the day on which it was held, today (" + LocalDate.now(clock) + ") at the latest"))
                : List.of();
    }
}
