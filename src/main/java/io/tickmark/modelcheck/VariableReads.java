package io.tickmark.modelcheck;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.w3c.dom.Element;

/** What a process reads is set on every way there: the engine stops at a variable that was never set. */
final class VariableReads {

    private final ModelSet set;
    private final Map<String, Variables> known;
    private final VariableFlow flow;

    private VariableReads(ModelSet set, Map<String, Variables> known, VariableFlow flow) {
        this.set = set;
        this.known = known;
        this.flow = flow;
    }

    static void check(ModelSet set, Vocabulary vocabulary, Map<String, Variables> known) {
        var rules = new VariableReads(set, known, new VariableFlow(set, vocabulary));
        rules.flow.processes().values().forEach(process -> process.all().forEach(rules::node));
    }

    private void node(FlowNode node) {
        Set<String> before = node.before();
        if (before == null) {
            return;
        }
        String id = Xml.id(node.xml);
        node.outgoing.forEach(edge -> Xml.children(edge.xml, "conditionExpression")
                .forEach(condition -> exists(node, Xml.id(edge.xml), Xml.text(condition), before)));
        exists(node, id, Xml.camunda(node.xml, "dueDate"), before);
        exists(node, id, Xml.camunda(node.xml, "assignee"), before);
        Xml.children(node.xml, "multiInstanceLoopCharacteristics")
                .flatMap(loop -> Xml.children(loop, "loopCardinality"))
                .forEach(count -> filled(node, Xml.text(count), before, "The loop needs a number in "));
        Xml.children(node.xml, "timerEventDefinition")
                .flatMap(timer -> Xml.children(timer).stream())
                .forEach(time -> filled(node, Xml.text(time), before, "The timer needs a day in "));
        if (node.is("callActivity")) {
            call(node, before);
        } else if (node.is("businessRuleTask")) {
            decision(node, before);
        }
    }

    private void exists(FlowNode node, String id, String expression, Set<String> facts) {
        String variable = Expressions.variable(expression.strip());
        if (!variable.isEmpty() && knows(node, variable)) {
            unset(node, id, variable, facts);
        }
    }

    private void unset(FlowNode node, String id, String variable, Set<String> facts) {
        node.scope
                .model
                .notes()
                .error(
                        facts.contains(variable),
                        id,
                        variable + " may not be set here: on a way that leads here no form, decision, call or step has"
                                + " set it, and the process would stop.");
    }

    private void filled(FlowNode node, String expression, Set<String> facts, String needs) {
        String variable = Expressions.variable(expression.strip());
        if (!variable.isEmpty() && knows(node, variable)) {
            node.scope
                    .model
                    .notes()
                    .error(
                            VariableFlow.isFilled(facts, variable),
                            Xml.id(node.xml),
                            needs + variable
                                    + ", and on a way that leads here nothing is sure to have given it one. Make"
                                    + " the field that asks for it required, and never hidden.");
        }
    }

    private boolean knows(FlowNode node, String variable) {
        return Variables.of(node.scope.model, known).knows(variable);
    }

    private void call(FlowNode call, Set<String> before) {
        Notes notes = call.scope.model.notes();
        String id = Xml.id(call.xml);
        sources(call, "in", source -> {
            notes.error(
                    knows(call, source), id, "The activity passes " + source + ", which this process does not know.");
            if (knows(call, source)) {
                unset(call, id, source, before);
            }
        });
        String process = VariableFlow.called(call);
        FlowScope called = flow.processes().get(process);
        Set<String> after = called == null ? null : flow.atEnd(called);
        if (called != null && after != null) {
            sources(call, "out", source -> {
                boolean there = Variables.of(called.model, known).knows(source);
                notes.error(there, id, "The activity takes back " + source + ", which " + process + " does not know.");
                notes.error(
                        !there || after.contains(source),
                        id,
                        "The activity takes back " + source + ", and " + process + " can end without having set it.");
            });
        }
    }

    private static void sources(FlowNode call, String kind, Consumer<String> rule) {
        Calls.mappings(call.xml, kind).stream()
                .map(mapping -> mapping.getAttribute("source"))
                .filter(source -> !source.isEmpty())
                .forEach(rule);
    }

    private void decision(FlowNode task, Set<String> before) {
        Notes notes = task.scope.model.notes();
        String id = Xml.id(task.xml);
        String asked = Xml.camunda(task.xml, "decisionRef");
        set.decisions().stream().filter(model -> model.key().equals(asked)).forEach(model -> {
            for (String input : inputs(model)) {
                notes.error(
                        knows(task, input),
                        id,
                        "The decision " + asked + " asks for " + input + ", which this process does not know.");
                if (knows(task, input)) {
                    unset(task, id, input, before);
                }
            }
        });
    }

    /** What the decisions of a file ask for and none of them answers. */
    static Set<String> inputs(ModelSet.Model model) {
        Set<String> inputs = new TreeSet<>();
        Set<String> entries = new TreeSet<>();
        Set<String> answered = new HashSet<>();
        Set<String> columns = new HashSet<>();
        Xml.all(model.root()).forEach(element -> {
            switch (Xml.name(element)) {
                case "inputExpression", "literalExpression" -> inputs.addAll(read(element, Feel.Kind.VALUE));
                case "outputEntry" -> entries.addAll(read(element, Feel.Kind.VALUE));
                case "inputEntry" -> entries.addAll(read(element, Feel.Kind.TESTS));
                case "decision" -> {
                    answered.add(Xml.id(element));
                    answered.add(element.getAttribute("name"));
                    Xml.children(element, "variable").forEach(own -> answered.add(own.getAttribute("name")));
                }
                case "output" -> answered.add(element.getAttribute("name"));
                case "input" ->
                    columns.add(element.getAttributeNS("http://camunda.org/schema/1.0/dmn", "inputVariable"));
                default -> {
                    // says nothing about values
                }
            }
        });
        entries.removeAll(columns);
        inputs.addAll(entries);
        inputs.removeAll(answered);
        return inputs;
    }

    private static Set<String> read(Element element, Feel.Kind kind) {
        Set<String> names = new TreeSet<>();
        Xml.children(element, "text").forEach(text -> names.addAll(Feel.variables(Xml.text(text), kind)));
        return names;
    }
}
