package io.tickmark.scoping;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The auditor's approval, with what no control covers before his eyes. Who defined a scope does not approve it. */
@Component
class ApproveScope implements TaskRules {

    private final Scope scope;
    private final EngagementFile file;

    ApproveScope(Scope scope, EngagementFile file) {
        this.scope = scope;
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("uncoveredCriteria", scope.uncoveredRows(task.engagement()));
        data.put("controlCount", scope.controls(task.engagement()).size());
        data.put(
                "criterionCount",
                scope.criteria(task.engagement()).stream()
                        .filter(ScopedCriterion::applicable)
                        .count());
        file.latest(task.engagement(), "DefineScope")
                .ifPresent(defined -> data.put("boundaries", defined.answers().text("boundaries")));
        return data;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return file.latest(task.engagement(), "DefineScope")
                .filter(defined -> defined.person().equals(actor.id()))
                .map(defined -> List.of(new Refusal(
                        "scopeDecision",
                        defined.personName() + " defined this scope, so somebody else must decide on it")))
                .orElseGet(List::of);
    }
}
