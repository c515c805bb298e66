package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The nodes and flows that stand directly in one process or subprocess. */
record Scope(Element element, Map<String, Element> nodes, List<Element> flows) {

    static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "callActivity",
            "exclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "subProcess");

    /** All scopes of a file, the process itself first. */
    static List<Scope> of(Element root) {
        return Xml.all(root)
                .filter(element -> Set.of("process", "subProcess").contains(Xml.name(element)))
                .map(Scope::read)
                .toList();
    }

    private static Scope read(Element element) {
        var scope = new Scope(element, new HashMap<>(), new ArrayList<>());
        for (Element child : Xml.children(element)) {
            if (NODES.contains(Xml.name(child))) {
                scope.nodes.putIfAbsent(Xml.id(child), child);
            } else if (Xml.name(child).equals("sequenceFlow")) {
                scope.flows.add(child);
            }
        }
        return scope;
    }

    List<Element> outgoing(Element node) {
        return flows.stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(Xml.id(node)))
                .toList();
    }

    List<Element> incoming(Element node) {
        return flows.stream()
                .filter(flow -> flow.getAttribute("targetRef").equals(Xml.id(node)))
                .toList();
    }

    /** A gateway that chooses: an exclusive one with more than one way on. */
    boolean asks(Element node) {
        return Xml.name(node).equals("exclusiveGateway") && outgoing(node).size() > 1;
    }

    /** What can come next: along the flows, and from an activity to the events at its boundary. */
    Stream<String> next(Element node) {
        return Stream.concat(
                outgoing(node).stream().map(flow -> flow.getAttribute("targetRef")),
                nodes.values().stream()
                        .filter(other -> other.getAttribute("attachedToRef").equals(Xml.id(node)))
                        .filter(other -> Xml.name(other).equals("boundaryEvent"))
                        .map(Xml::id));
    }

    static boolean reactsToEvent(Element element) {
        return Xml.name(element).equals("subProcess")
                && element.getAttribute("triggeredByEvent").equals("true");
    }
}
