package io.tickmark.scoping;

import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The control objectives of a SOC 1, as the client states them in the scope (AT-C 320), each with the controls that serve
 * it. They stand where a SOC 2 has criteria; their ids, {@code CO1} and on, are their places in the list.
 */
final class Objectives {

    static final String ROWS = "controlObjectives";

    private static final int LONGEST = 1000;

    private Objectives() {}

    static List<ScopedCriterion> criteria(Answers scope) {
        List<ScopedCriterion> criteria = new ArrayList<>();
        for (Answers row : scope.rows(ROWS)) {
            criteria.add(new ScopedCriterion(id(criteria.size()), row.text("objective"), null, true, ""));
        }
        return criteria;
    }

    /** Those of the library that serve an objective, in its order, each with the ids of its objectives. */
    static List<ScopedControl> controls(List<ScopedControl> library, Answers scope) {
        List<Answers> rows = scope.rows(ROWS);
        List<ScopedControl> controls = new ArrayList<>();
        for (ScopedControl control : library) {
            List<String> served = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).chosen("controls").contains(control.reference())) {
                    served.add(id(i));
                }
            }
            if (!served.isEmpty()) {
                controls.add(control.serving(served));
            }
        }
        return controls;
    }

    /** References of the controls named, each once. */
    static List<String> references(Answers scope) {
        return scope.rows(ROWS).stream()
                .flatMap(row -> row.chosen("controls").stream())
                .distinct()
                .toList();
    }

    static List<Refusal> refusals(List<ScopedControl> library, Answers scope) {
        Set<String> known = library.stream().map(ScopedControl::reference).collect(Collectors.toSet());
        List<Answers> rows = scope.rows(ROWS);
        List<Refusal> refusals = new ArrayList<>();
        if (rows.isEmpty()) {
            refusals.add(new Refusal(ROWS, "A SOC 1 states at least one control objective (AT-C 320)"));
        }
        for (int i = 0; i < rows.size(); i++) {
            String field = ROWS + "[" + i + "].";
            String objective = rows.get(i).text("objective");
            if (objective.isEmpty() || objective.length() > LONGEST) {
                refusals.add(new Refusal(
                        field + "objective", "State the control objective in 1 to " + LONGEST + " characters"));
            }
            if (rows.get(i).chosen("controls").isEmpty()) {
                refusals.add(new Refusal(field + "controls", "Name at least one control that serves the objective"));
            }
            rows.get(i).chosen("controls").stream()
                    .filter(reference -> !known.contains(reference))
                    .forEach(reference ->
                            refusals.add(new Refusal(field + "controls", reference + " is no control of the client")));
        }
        return refusals;
    }

    private static String id(int place) {
        return "CO" + (place + 1);
    }
}
