package io.tickmark.scoping;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The client draws the boundary; what stood last year, or before the scope came back, is proposed. */
@Component
class DefineScope implements TaskRules {

    private static final List<String> LASTING = List.of(
            "boundaries", "subserviceOrganisations", "userEntityControls", "userResponsibilities", "notApplicable");

    private final ProposedScope proposed;
    private final EarlierAnswers earlier;
    private final EngagementFile file;

    DefineScope(ProposedScope proposed, EarlierAnswers earlier, EngagementFile file) {
        this.proposed = proposed;
        this.earlier = earlier;
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, Object> data = EarlierAnswers.keep(earlier.latest(task.engagement(), "DefineScope"), LASTING);
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

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<Refusal> refusals = new ArrayList<>();
        checkControls(task, answers.chosen("controls"), refusals);
        checkNotApplicable(task, answers.rows("notApplicable"), refusals);
        return refusals;
    }

    private void checkControls(OpenTask task, List<String> chosen, List<Refusal> refusals) {
        Set<String> offered = proposed.offered(task.engagement()).stream()
                .map(ScopedControl::reference)
                .collect(Collectors.toSet());
        if (offered.isEmpty()) {
            refusals.add(new Refusal(
                    "controls",
                    "The library holds no control for these categories: import the control list of the client first"));
        } else if (chosen.isEmpty()) {
            refusals.add(new Refusal("controls", "A scope holds at least one control"));
        }
        chosen.stream()
                .filter(reference -> !offered.contains(reference))
                .forEach(reference -> refusals.add(new Refusal(
                        "controls", reference + " is no control of the client that serves these categories")));
    }

    private void checkNotApplicable(OpenTask task, List<Answers> rows, List<Refusal> refusals) {
        Set<String> criteria = proposed.criteria(task.engagement()).stream()
                .map(ScopedCriterion::id)
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            String criterion = rows.get(i).text("criterion");
            String field = "notApplicable[" + i + "].";
            if (!criteria.contains(criterion)) {
                refusals.add(
                        new Refusal(field + "criterion", "'" + criterion + "' is no criterion of these categories"));
            } else if (!seen.add(criterion)) {
                refusals.add(new Refusal(field + "criterion", criterion + " stands here twice"));
            }
            if (rows.get(i).text("reason").isEmpty()) {
                refusals.add(new Refusal(field + "reason", "Say why " + criterion + " does not apply (TSP 100 .11)"));
            }
        }
        if (!criteria.isEmpty() && seen.containsAll(criteria)) {
            refusals.add(new Refusal("notApplicable", "At least one criterion must apply"));
        }
    }
}
