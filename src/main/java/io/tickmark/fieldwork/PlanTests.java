package io.tickmark.fieldwork;

import io.tickmark.kernel.Actor;
import io.tickmark.scoping.Scope;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How evidence is collected; see {@link TestPlan}. */
@Component
class PlanTests implements TaskRules {

    private final Scope scope;

    PlanTests(Scope scope) {
        this.scope = scope;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return Map.of(
                "controlOptions",
                scope.controlOptions(task.engagement()),
                "clientReview",
                "no",
                "requestsDueIn",
                TestPlan.USUAL_DUE_DAYS,
                "recurringControls",
                List.of());
    }
}
