package io.tickmark.readiness;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The client rates its own controls; what it said before comes back with the sponsor's reason. */
@Component
class AssessControls implements TaskRules {

    private final Scope scope;
    private final Gaps gaps;
    private final Engagements engagements;
    private final EngagementFile file;

    AssessControls(Scope scope, Gaps gaps, Engagements engagements, EngagementFile file) {
        this.scope = scope;
        this.gaps = gaps;
        this.engagements = engagements;
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId engagement = task.engagement();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("controlOptions", scope.controlOptions(engagement));
        data.put("uncoveredCriteria", scope.uncoveredRows(engagement));
        Optional<TaskRecord> before = file.latest(engagement, "AssessControls");
        if (before.isEmpty()) {
            data.putAll(lastYears(engagement));
        }
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

    /** Gaps that last year handed on, as far as their controls are in the scope: they still need work. */
    private Map<String, Object> lastYears(EngagementId engagement) {
        EngagementId previous = engagements.facts(engagement).previous();
        if (previous == null) {
            return Map.of();
        }
        Set<String> inScope = scope.controls(engagement).stream()
                .map(ScopedControl::reference)
                .collect(Collectors.toSet());
        List<GapFacts> open = gaps.handedOn(previous).stream()
                .filter(gap -> inScope.contains(gap.about()))
                .toList();
        if (open.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                "needsWork", open.stream().map(GapFacts::about).distinct().toList(),
                "assessmentNotes",
                        open.stream()
                                .map(gap -> "Open since last year: " + gap.label() + ", " + gap.description())
                                .collect(Collectors.joining("\n")));
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
