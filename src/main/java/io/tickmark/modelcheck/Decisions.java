package io.tickmark.modelcheck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Decision files, each known by its main decision, and the tasks that ask them. */
final class Decisions {

    private final ModelSet set;
    private final Map<String, String> files = new HashMap<>();

    private Decisions(ModelSet set) {
        this.set = set;
    }

    static void check(ModelSet set) {
        var rules = new Decisions(set);
        set.decisions().forEach(rules::file);
        for (ModelSet.Model model : set.processes()) {
            Xml.all(model.root(), "businessRuleTask").forEach(task -> rules.task(model.notes(), task));
        }
    }

    private void file(ModelSet.Model model) {
        List<Element> decisions = Xml.children(model.root(), "decision").toList();
        model.notes()
                .error(
                        decisions.stream().anyMatch(decision -> Xml.id(decision).equals(model.key())),
                        null,
                        "The decision is not named like its file: " + model.key() + ".dmn holds the decision "
                                + model.key() + ".");
        for (Element decision : decisions) {
            String id = Xml.id(decision);
            String other = files.putIfAbsent(id, model.notes().file());
            model.notes().error(other == null, id, "The decision " + id + " stands in " + other + " too.");
            model.notes().style(!decision.getAttribute("name").isBlank(), id, "The decision has no name.");
        }
    }

    private void task(Notes notes, Element task) {
        String id = Xml.id(task);
        String reference = Xml.camunda(task, "decisionRef");
        ModelSet.Model asked = set.decisions().stream()
                .filter(model -> model.key().equals(reference))
                .findFirst()
                .orElse(null);
        notes.error(asked != null, id, "The task asks an unknown decision: " + reference + ".");
        notes.error(
                Xml.camunda(task, "decisionRefBinding").equals("deployment"),
                id,
                "The task asks another deployment's decision: set the binding to 'deployment'.");
        notes.error(
                Xml.camunda(task, "mapDecisionResult").equals("singleEntry"),
                id,
                "The task keeps more than one answer: map the result as 'singleEntry'.");
        notes.error(
                Xml.camunda(task, "resultVariable").matches("[a-z]\\w*"),
                id,
                "The task loses the answer: name the result variable in camelCase.");
        if (asked != null) {
            long outputs = Xml.all(asked.root(), "decision")
                    .filter(decision -> Xml.id(decision).equals(reference))
                    .flatMap(decision -> Xml.all(decision, "output"))
                    .count();
            notes.error(
                    outputs <= 1,
                    id,
                    "The decision " + reference + " has " + outputs + " outputs, and a task keeps one.");
        }
    }
}
