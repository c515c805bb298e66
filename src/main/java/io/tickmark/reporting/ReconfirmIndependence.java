package io.tickmark.reporting;

import io.tickmark.kernel.Actor;
import io.tickmark.scoping.Independence;
import io.tickmark.scoping.OwnConfirmation;
import io.tickmark.scoping.ScopeDefinition;
import io.tickmark.workflow.OpenTask;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Each auditor confirms once more, for the whole engagement and everybody whose controls it examines, before the report is dated. */
@Component
class ReconfirmIndependence extends OwnConfirmation {

    private final ScopeDefinition scope;

    ReconfirmIndependence(Independence independence, ScopeDefinition scope) {
        super(independence);
        this.scope = scope;
    }

    /** Under the inclusive method the auditor is independent of the subservice organisation too (AICPA guide to SOC 2). */
    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        List<String> included = scope.inclusive(task.engagement());
        return included.isEmpty() ? Map.of() : Map.of("included", String.join(", ", included));
    }
}
