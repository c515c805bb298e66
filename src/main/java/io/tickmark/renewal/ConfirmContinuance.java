package io.tickmark.renewal;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Continuance is decided anew each year, on what is known now (SQMS 1). */
@Component
class ConfirmContinuance implements TaskRules {

    private final EngagementFile file;

    ConfirmContinuance(EngagementFile file) {
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return file.latest(task.engagement(), "AcceptEngagement")
                .map(accepted -> Map.of(
                        "continuanceReason",
                        "As at acceptance: " + accepted.answers().text("acceptanceReason")))
                .orElse(Map.of());
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        boolean conflict = answers.text("continuanceDecision").equals("continue")
                && file.all(task.engagement(), "ReconfirmIndependence").stream()
                        .map(TaskRecord::answers)
                        .anyMatch(confirmed -> confirmed.text("independence").equals("not-independent"));
        return conflict
                ? List.of(new Refusal(
                        "continuanceDecision",
                        "Somebody of the team reported a threat to independence: change the team first, or decline"))
                : List.of();
    }
}
