package io.tickmark.scoping;

import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a scope holds together: known controls, and criteria that apply or say why not. */
final class ScopeCheck {

    private ScopeCheck() {}

    /**
     * @param offered the controls to choose from
     * @param criteria of the categories
     */
    static List<Refusal> refusals(List<ScopedControl> offered, List<ScopedCriterion> criteria, Answers answers) {
        List<Refusal> refusals = new ArrayList<>();
        controls(offered, answers.chosen("controls"), refusals);
        notApplicable(criteria, answers.rows("notApplicable"), refusals);
        return refusals;
    }

    private static void controls(List<ScopedControl> offered, List<String> chosen, List<Refusal> refusals) {
        Set<String> known = offered.stream().map(ScopedControl::reference).collect(Collectors.toSet());
        if (known.isEmpty()) {
            refusals.add(new Refusal(
                    "controls",
                    "The library holds no control for these categories: import the control list of the client first"));
        } else if (chosen.isEmpty()) {
            refusals.add(new Refusal("controls", "A scope holds at least one control"));
        }
        chosen.stream()
                .filter(reference -> !known.contains(reference))
                .forEach(reference -> refusals.add(new Refusal(
                        "controls", reference + " is no control of the client that serves these categories")));
    }

    private static void notApplicable(List<ScopedCriterion> criteria, List<Answers> rows, List<Refusal> refusals) {
        Set<String> known = criteria.stream().map(ScopedCriterion::id).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            String criterion = rows.get(i).text("criterion");
            String field = "notApplicable[" + i + "].";
            if (!known.contains(criterion)) {
                refusals.add(
                        new Refusal(field + "criterion", "'" + criterion + "' is no criterion of these categories"));
            } else if (!seen.add(criterion)) {
                refusals.add(new Refusal(field + "criterion", criterion + " stands here twice"));
            }
            if (rows.get(i).text("reason").isEmpty()) {
                refusals.add(new Refusal(field + "reason", "Say why " + criterion + " does not apply (TSP 100 .11)"));
            }
        }
        if (!known.isEmpty() && seen.containsAll(known)) {
            refusals.add(new Refusal("notApplicable", "At least one criterion must apply"));
        }
    }
}
