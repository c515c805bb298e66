package io.tickmark.fieldwork;

import io.tickmark.engagement.Practice;
import io.tickmark.evidence.NewRequest;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.Scope;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How evidence is collected; see {@link TestPlan}. */
@Component
class PlanTests implements TaskRules {

    private final Scope scope;
    private final Practice practice;

    PlanTests(Scope scope, Practice practice) {
        this.scope = scope;
        this.practice = practice;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return Map.of(
                "controlOptions",
                scope.controlOptions(task.engagement()),
                "clientReview",
                "no",
                "requestsDueIn",
                practice.requestDueDays(),
                "recurringControls",
                List.of(),
                "rhythms",
                List.of());
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<Refusal> refusals = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Answers row : answers.rows("rhythms")) {
            if (!named.add(row.text("control"))) {
                refusals.add(new Refusal("rhythms", row.text("control") + " stands in two rows; a control has one"));
            }
            if (TestPlan.locations(row).stream().anyMatch(place -> place.length() > NewRequest.LONGEST_LOCATION)) {
                refusals.add(new Refusal(
                        "rhythms", "Name each place in at most " + NewRequest.LONGEST_LOCATION + " characters"));
            }
        }
        return refusals;
    }
}
