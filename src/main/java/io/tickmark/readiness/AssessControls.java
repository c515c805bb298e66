package io.tickmark.readiness;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.Scope;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The client rates its own controls; what it said before comes back with the sponsor's reason. */
@Component
class AssessControls implements TaskRules {

    private final Scope scope;
    private final EngagementFile file;

    AssessControls(Scope scope, EngagementFile file) {
        this.scope = scope;
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId engagement = task.engagement();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("controlOptions", scope.controlOptions(engagement));
        data.put("uncoveredCriteria", scope.uncoveredRows(engagement));
        Optional<TaskRecord> before = file.latest(engagement, "AssessControls");
        before.ifPresent(assessed -> {
            data.put("needsWork", assessed.answers().chosen("needsWork"));
            data.put("missing", assessed.answers().chosen("missing"));
            data.put("assessmentNotes", assessed.answers().text("assessmentNotes"));
        });
        file.latest(engagement, "AgreeRoadmap")
                .filter(decision -> decision.answers().text("roadmapDecision").equals("return"))
                .ifPresent(back -> data.put("roadmapReason", back.answers().text("roadmapReason")));
        return data;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<String> both = new ArrayList<>(answers.chosen("missing"));
        both.retainAll(answers.chosen("needsWork"));
        return both.isEmpty()
                ? List.of()
                : List.of(new Refusal(
                        "missing",
                        String.join(", ", both) + " is also among those that need work: name it in one list"));
    }
}
