package io.tickmark.modelcheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Which variables are set for sure where a token stands: on every way there, through every process that calls. Begins
 * with everything being set and takes away what some way does not set, until nothing changes.
 */
final class VariableFlow {

    private final Vocabulary vocabulary;
    private final Map<String, FlowScope> processes = new HashMap<>();
    private final Map<String, List<FlowNode>> callers = new HashMap<>();
    private final Map<String, Set<String>> answers = new HashMap<>();
    private final Deque<FlowNode> open = new ArrayDeque<>();
    private final Set<FlowNode> waiting = new HashSet<>();
    private final Set<FlowScope> ending = new LinkedHashSet<>();
    private final Map<FlowScope, Set<String>> ended = new HashMap<>();

    VariableFlow(ModelSet set, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (ModelSet.Model model : set.processes()) {
            Xml.children(model.root(), "process")
                    .findFirst()
                    .ifPresent(
                            process -> processes.put(model.key(), FlowScope.of(model, process, vocabulary.sources())));
        }
        set.forms().forEach(form -> answers.put(form.key(), answers(form)));
        List<FlowNode> all = processes.values().stream()
                .flatMap(scope -> scope.all().stream())
                .toList();
        all.stream().filter(node -> node.is("callActivity")).forEach(call -> callers.computeIfAbsent(
                        called(call), key -> new ArrayList<>())
                .add(call));
        all.stream().filter(node -> node.is("startEvent")).forEach(this::lookAt);
        follow();
    }

    private void follow() {
        while (!open.isEmpty() || !ending.isEmpty()) {
            if (open.isEmpty()) {
                FlowScope scope = ending.iterator().next();
                ending.remove(scope);
                end(scope);
            } else {
                FlowNode node = open.remove();
                waiting.remove(node);
                pass(node);
            }
        }
    }

    /** A variable that is there, and that has a value. */
    static Set<String> filled(String variable) {
        return Set.of(variable, variable + "!");
    }

    static boolean isFilled(Set<String> facts, String variable) {
        return facts.contains(variable + "!");
    }

    Map<String, FlowScope> processes() {
        return processes;
    }

    static String called(FlowNode call) {
        return call.xml.getAttribute("calledElement");
    }

    private static Set<String> answers(ModelSet.Form form) {
        Set<String> facts = new HashSet<>();
        for (FormFields.Field field : FormFields.of(form.json())) {
            facts.addAll(field.required() && !field.mayHide() ? filled(field.key()) : Set.of(field.key()));
        }
        return facts;
    }

    private void lookAt(FlowNode node) {
        if (waiting.add(node)) {
            open.add(node);
        }
    }

    private void pass(FlowNode node) {
        boolean news = node.arrive(arriving(node));
        Set<String> before = node.before();
        if (before == null) {
            return;
        }
        if (news) {
            node.boundaries.forEach(this::lookAt);
            if (node.inside != null) {
                node.inside.starts().forEach(this::lookAt);
            }
            if (node.is("startEvent")) {
                node.scope.eventSubProcesses().flatMap(FlowScope::starts).forEach(this::lookAt);
            }
            if (node.is("callActivity")) {
                FlowScope called = processes.get(called(node));
                if (called != null) {
                    called.starts().forEach(this::lookAt);
                }
            }
        }
        Set<String> after = after(node, before);
        if (after != null) {
            node.outgoing.stream().filter(edge -> edge.carry(after)).forEach(edge -> lookAt(edge.to));
        }
        if (node.outgoing.isEmpty()) {
            ending.add(whole(node.scope));
        }
    }

    /** The scope that ends with this one: what reacts to an event is a part of what it stands in. */
    private static FlowScope whole(FlowScope scope) {
        FlowNode container = scope.container;
        return container != null && scope.isEventSubProcess() ? whole(container.scope) : scope;
    }

    private void end(FlowScope scope) {
        Set<String> now = new VariablesDone(this::after).atEnd(scope);
        if (now != null && !now.equals(ended.put(scope, now))) {
            FlowNode container = scope.container;
            if (container == null) {
                callers.getOrDefault(scope.model.key(), List.of()).forEach(this::lookAt);
            } else {
                lookAt(container);
            }
        }
    }

    private @Nullable Set<String> arriving(FlowNode node) {
        if (node.is("startEvent")) {
            return atStart(node.scope);
        }
        FlowNode host = node.host;
        return host == null ? node.carriedHere() : host.before();
    }

    private @Nullable Set<String> atStart(FlowScope scope) {
        FlowNode container = scope.container;
        if (container == null) {
            return atStart(scope.model.key());
        }
        if (!scope.isEventSubProcess()) {
            return container.before();
        }
        // the event may come as soon as what is around has begun
        return container.scope.starts().findFirst().map(FlowNode::before).orElse(null);
    }

    private @Nullable Set<String> atStart(String process) {
        Set<String> started = vocabulary.sources().starts().get(process);
        List<FlowNode> calls = callers.getOrDefault(process, List.of());
        Set<String> facts = null;
        if (started != null || calls.isEmpty()) {
            facts = new HashSet<>(filled("engagementId"));
            for (String variable : started == null ? Set.<String>of() : started) {
                facts.addAll(filled(variable));
            }
        }
        for (FlowNode call : calls) {
            Set<String> before = call.before();
            if (before != null) {
                Set<String> passed = mapped(call, "in", before);
                if (facts == null) {
                    facts = passed;
                } else {
                    facts.retainAll(passed);
                }
            }
        }
        return facts;
    }

    private static Set<String> mapped(FlowNode call, String kind, Set<String> facts) {
        Set<String> targets = new HashSet<>();
        for (Element mapping : Calls.mappings(call.xml, kind)) {
            String target = mapping.getAttribute("target");
            targets.addAll(isFilled(facts, mapping.getAttribute("source")) ? filled(target) : Set.of(target));
        }
        return targets;
    }

    private @Nullable Set<String> after(FlowNode node, Set<String> before) {
        Set<String> set =
                switch (Xml.name(node.xml)) {
                    case "userTask" -> answers.getOrDefault(Xml.camunda(node.xml, "formRef"), Set.of());
                    case "serviceTask" -> set(node.xml);
                    case "businessRuleTask" -> Set.of(Xml.camunda(node.xml, "resultVariable"));
                    case "callActivity" -> handedBack(node);
                    case "subProcess" -> node.inside == null ? Set.of() : atEnd(node.inside);
                    default -> Set.of();
                };
        if (set == null || mayRunNoTime(node.xml)) {
            return set == null ? null : before;
        }
        Set<String> after = new HashSet<>(before);
        after.addAll(set);
        return after;
    }

    private Set<String> set(Element task) {
        Set<String> facts = new LinkedHashSet<>();
        String step = Expressions.variable(Xml.camunda(task, "delegateExpression"));
        vocabulary.sources().steps().getOrDefault(step, Set.of()).forEach(variable -> facts.addAll(filled(variable)));
        return facts;
    }

    private @Nullable Set<String> handedBack(FlowNode call) {
        FlowScope called = processes.get(called(call));
        Set<String> atEnd = called == null ? Set.of() : atEnd(called);
        return atEnd == null ? null : mapped(call, "out", atEnd);
    }

    /** What is set whenever the scope has ended; null where no way to an end has been followed. */
    @Nullable
    Set<String> atEnd(FlowScope scope) {
        return ended.get(scope);
    }

    private static boolean mayRunNoTime(Element activity) {
        return Xml.children(activity, "multiInstanceLoopCharacteristics")
                .flatMap(loop -> Xml.children(loop, "loopCardinality"))
                .anyMatch(count -> Xml.text(count).contains("{"));
    }
}
