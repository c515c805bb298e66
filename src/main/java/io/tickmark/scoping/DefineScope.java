package io.tickmark.scoping;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The client draws the boundary; what stood last year, or before the scope came back, is proposed. */
@Component
class DefineScope implements TaskRules {

    static final List<String> LASTING = List.of(
            "boundaries",
            "subserviceOrganisations",
            "userEntityControls",
            "userResponsibilities",
            "notApplicable",
            Objectives.ROWS);

    private final ProposedScope proposed;
    private final ScopeDefinition definition;
    private final Engagements engagements;
    private final EngagementFile file;

    DefineScope(ProposedScope proposed, ScopeDefinition definition, Engagements engagements, EngagementFile file) {
        this.proposed = proposed;
        this.definition = definition;
        this.engagements = engagements;
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, Object> data = EarlierAnswers.keep(lastDefined(task.engagement()), LASTING);
        if (proposed.byObjectives(task.engagement())) {
            // a SOC 1 has one at least, and an open row asks for it better than a refusal
            data.putIfAbsent(Objectives.ROWS, List.of(Map.of("objective", "", "controls", List.of())));
        }
        data.put(
                "controls",
                proposed.controls(task.engagement()).stream()
                        .map(ScopedControl::reference)
                        .toList());
        data.put(
                "controlOptions",
                proposed.offered(task.engagement()).stream()
                        .map(c -> Map.of("label", c.label(), "value", c.reference()))
                        .toList());
        data.put(
                "criterionOptions",
                proposed.criteria(task.engagement()).stream()
                        .map(c -> Map.of("label", c.label(), "value", c.id()))
                        .toList());
        file.latest(task.engagement(), "ApproveScope")
                .filter(decision -> decision.answers().text("scopeDecision").equals("return"))
                .ifPresent(back -> data.put("scopeReason", back.answers().text("scopeReason")));
        return data;
    }

    /** This year's definition when the scope came back, else last year's as its changes left it. */
    private Optional<TaskRecord> lastDefined(EngagementId engagement) {
        return definition.of(engagement).or(() -> Optional.ofNullable(
                        engagements.facts(engagement).previous())
                .flatMap(definition::of));
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<ScopedControl> offered = proposed.offered(task.engagement());
        return proposed.byObjectives(task.engagement())
                ? Objectives.refusals(offered, answers)
                : ScopeCheck.refusals(offered, proposed.criteria(task.engagement()), answers);
    }
}
