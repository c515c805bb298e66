package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A process or subprocess as variables flow through it. */
final class FlowScope {

    final ModelSet.Model model;

    /** The subprocess whose inside this is; null for a process. */
    final @Nullable FlowNode container;

    final Map<String, FlowNode> nodes = new LinkedHashMap<>();
    private final Element xml;

    private FlowScope(ModelSet.Model model, Element xml, @Nullable FlowNode container) {
        this.model = model;
        this.xml = xml;
        this.container = container;
    }

    static FlowScope of(ModelSet.Model model, Element process, Sources sources) {
        return read(model, process, null, sources);
    }

    private static FlowScope read(
            ModelSet.Model model, Element element, @Nullable FlowNode container, Sources sources) {
        var scope = new FlowScope(model, element, container);
        List<Element> flows = new ArrayList<>();
        for (Element child : Xml.children(element)) {
            if (Scope.NODES.contains(Xml.name(child))) {
                scope.nodes.putIfAbsent(Xml.id(child), new FlowNode(child, scope));
            } else if (Xml.name(child).equals("sequenceFlow")) {
                flows.add(child);
            }
        }
        for (FlowNode node : scope.nodes.values()) {
            if (node.is("subProcess")) {
                node.inside = read(model, node.xml, node, sources);
            }
            FlowNode host = scope.nodes.get(node.xml.getAttribute("attachedToRef"));
            if (host != null && node.is("boundaryEvent")) {
                node.host = host;
                host.boundaries.add(node);
            }
        }
        flows.forEach(flow -> scope.connect(flow, flows, sources));
        return scope;
    }

    private void connect(Element flow, List<Element> flows, Sources sources) {
        FlowNode from = nodes.get(flow.getAttribute("sourceRef"));
        FlowNode to = nodes.get(flow.getAttribute("targetRef"));
        if (from == null || to == null) {
            return;
        }
        boolean otherwise = from.xml.getAttribute("default").equals(Xml.id(flow));
        Stream<Told> told = otherwise
                ? flows.stream()
                        .filter(other ->
                                other != flow && other.getAttribute("sourceRef").equals(Xml.id(from.xml)))
                        .flatMap(other -> told(other).stream())
                        .map(Told::denied)
                : told(flow).stream();
        Set<String> set = new HashSet<>();
        told.forEach(one -> sources.flags().forEach((flag, variables) -> {
            if (one.is(flag, "true")
                    || one.variable().equals(flag)
                            && !one.equal()
                            && one.value().equals("false")) {
                variables.forEach(variable -> set.addAll(VariableFlow.filled(variable)));
            }
        }));
        new FlowNode.Edge(from, to, flow, set);
    }

    private static Optional<Told> told(Element flow) {
        return Xml.children(flow, "conditionExpression").findFirst().flatMap(condition -> Told.of(Xml.text(condition)));
    }

    boolean isEventSubProcess() {
        return Scope.reactsToEvent(xml);
    }

    Stream<FlowNode> starts() {
        return nodes.values().stream().filter(node -> node.is("startEvent"));
    }

    Stream<FlowScope> eventSubProcesses() {
        return nodes.values().stream()
                .map(node -> node.inside)
                .filter(inside -> inside != null && inside.isEventSubProcess())
                .map(inside -> (FlowScope) inside);
    }

    List<FlowNode> all() {
        List<FlowNode> all = new ArrayList<>(nodes.values());
        nodes.values().forEach(node -> {
            if (node.inside != null) {
                all.addAll(node.inside.all());
            }
        });
        return all;
    }
}
