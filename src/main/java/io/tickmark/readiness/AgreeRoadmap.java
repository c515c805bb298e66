package io.tickmark.readiness;

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

/** The sponsor agrees the gaps; who assessed the controls does not agree to his own assessment. */
@Component
class AgreeRoadmap implements TaskRules {

    private final Gaps gaps;
    private final EngagementFile file;

    AgreeRoadmap(Gaps gaps, EngagementFile file) {
        this.gaps = gaps;
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(
                "gaps",
                gaps.of(task.engagement()).stream()
                        .filter(gap -> gap.state().isOpen())
                        .map(GapFacts::row)
                        .toList());
        file.latest(task.engagement(), "AssessControls")
                .ifPresent(assessed ->
                        data.put("assessmentNotes", assessed.answers().text("assessmentNotes")));
        return data;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return file.latest(task.engagement(), "AssessControls")
                .filter(assessed -> assessed.person().equals(actor.id()))
                .map(assessed -> List.of(new Refusal(
                        "roadmapDecision",
                        assessed.personName() + " made this assessment, so somebody else must decide on it")))
                .orElseGet(List::of);
    }
}
