package io.tickmark.fieldwork;

import io.tickmark.kernel.Actor;
import io.tickmark.scoping.Scope;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The risk level decides sample sizes; see {@link TestPlan}. */
@Component
class AssessRisk implements TaskRules {

    private final Scope scope;

    AssessRisk(Scope scope) {
        this.scope = scope;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return Map.of("riskLevel", TestPlan.USUAL_RISK, "criterionOptions", scope.criterionOptions(task.engagement()));
    }
}
