package io.tickmark.modelcheck;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Ways on from a gateway: one without a condition, the others with one that can be answered. */
final class Conditions {

    private static final Pattern COMPARED = Pattern.compile("\\$\\{\\w+ (?:==|!=) '([^']*)'}");

    private final Notes notes;
    private final Scope scope;
    private final Variables variables;

    private Conditions(Notes notes, Scope scope, Variables variables) {
        this.notes = notes;
        this.scope = scope;
        this.variables = variables;
    }

    static void check(ModelSet set, Map<String, Variables> known) {
        for (ModelSet.Model model : set.processes()) {
            Variables variables = Variables.of(model, known);
            for (Scope scope : Scope.of(model.root())) {
                var rules = new Conditions(model.notes(), scope, variables);
                scope.nodes().values().stream().filter(scope::asks).forEach(rules::gateway);
                scope.flows().forEach(rules::flow);
            }
        }
    }

    private void gateway(Element gateway) {
        String chosen = gateway.getAttribute("default");
        notes.error(
                scope.outgoing(gateway).stream().anyMatch(flow -> Xml.id(flow).equals(chosen)),
                Xml.id(gateway),
                "The gateway has no default way: mark the flow that is taken when no condition holds.");
    }

    private void flow(Element flow) {
        String id = Xml.id(flow);
        Element source = scope.nodes().get(flow.getAttribute("sourceRef"));
        List<Element> conditions = Xml.children(flow, "conditionExpression").toList();
        if (source == null || !scope.asks(source)) {
            notes.error(
                    conditions.isEmpty(),
                    id,
                    "The flow has a condition without a question: only a gateway with" + " several ways asks.");
            return;
        }
        boolean forward = source.getAttribute("default").equals(id);
        notes.error(
                forward == conditions.isEmpty(),
                id,
                "The flow has a condition that is not asked, or lacks one: each way but the default has one.");
        conditions.forEach(condition -> condition(id, Xml.text(condition)));
    }

    private void condition(String id, String condition) {
        String variable = Expressions.variable(condition);
        notes.error(
                !variable.isEmpty(),
                id,
                "The condition asks more than a flag or a comparison of one variable: " + condition.strip()
                        + ". Write ${flag}, ${answer == 'text'} or ${count > 5}.");
        known(notes, id, condition, variables);
        List<FormFields.Field> answers = variables.answersTo(variable);
        answers.forEach(answer -> answered(id, condition, answer));
        boolean hidden = !answers.isEmpty() && answers.stream().allMatch(FormFields.Field::mayHide);
        if (hidden) {
            notes.warning(id, "The form may hide " + variable + ", and then this gateway would find no answer.");
        }
    }

    private void answered(String id, String condition, FormFields.Field answer) {
        Set<String> options = answer.options();
        Matcher compared = COMPARED.matcher(condition);
        boolean text = compared.matches();
        notes.error(
                !text || options.isEmpty() || options.contains(compared.group(1)),
                id,
                "The condition " + condition + " never holds: the form offers "
                        + options.stream().sorted().toList() + ".");
        boolean flag = condition.matches("\\$\\{!?\\w+}");
        notes.error(
                !flag || answer.type().equals("checkbox"),
                id,
                "The condition " + condition + " asks for a flag, and the form answers with a " + answer.type() + ".");
        notes.error(
                !text || !Set.of("checkbox", "number").contains(answer.type()),
                id,
                "The condition " + condition + " compares a text, and the form answers with a " + answer.type() + ".");
    }

    static void known(Notes notes, String id, String expression, Variables variables) {
        String variable = Expressions.variable(expression);
        notes.error(
                variable.isEmpty() || variables.knows(variable),
                id,
                "The process does not know " + variable + ": no form, decision, call or step of it sets that.");
    }
}
