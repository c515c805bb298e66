package io.tickmark.modelcheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** One process as drawn, with everything inside its sub-processes. */
final class Drawing {

    private static final Set<String> ASKING = Set.of("exclusiveGateway", "inclusiveGateway");

    final String file;
    final String id;
    final Element xml;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<Element, List<Part>> within = new IdentityHashMap<>();
    private final Map<String, List<Way>> ways = new HashMap<>();
    private final List<String> twice = new ArrayList<>();

    private Drawing(String file, Element process) {
        this.file = file;
        this.id = process.getAttribute("id");
        this.xml = process;
    }

    static List<Drawing> of(String file, Document document) {
        List<Drawing> drawings = new ArrayList<>();
        NodeList all = document.getElementsByTagNameNS("*", "process");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element process && Bpmn.isModel(process)) {
                Drawing drawing = new Drawing(file, process);
                drawing.read();
                drawings.add(drawing);
            }
        }
        return drawings;
    }

    private void read() {
        Map<String, List<Element>> flows = new LinkedHashMap<>();
        var containers = new ArrayDeque<Element>(List.of(xml));
        while (!containers.isEmpty()) {
            Element container = containers.remove();
            for (Element child : Bpmn.children(container)) {
                if (Part.isDrawn(child)) {
                    part(new Part(file, id, container, child, child.getAttribute("id")), container);
                    containers.add(child);
                } else if (Bpmn.isModel(child) && Bpmn.kind(child).equals("sequenceFlow")) {
                    flows.computeIfAbsent(child.getAttribute("sourceRef"), source -> new ArrayList<>())
                            .add(child);
                }
            }
        }
        flows.forEach((source, leaving) -> ways.put(source, ways(source, leaving)));
    }

    private void part(Part part, Element container) {
        if (part.id().isEmpty() || parts.putIfAbsent(part.id(), part) != null) {
            twice.add(part.id());
        }
        within.computeIfAbsent(container, where -> new ArrayList<>()).add(part);
    }

    private List<Way> ways(String source, List<Element> leaving) {
        Part from = parts.get(source);
        boolean asked = from != null && ASKING.contains(from.kind());
        String otherwise = from == null ? null : Bpmn.attribute(from.xml(), "default");
        Predicate<Element> isDefault = flow -> flow.getAttribute("id").equals(otherwise);
        List<Told> denied = leaving.stream()
                .filter(isDefault.negate())
                .flatMap(flow -> told(flow).stream())
                .map(Told::denied)
                .toList();
        return leaving.stream()
                .map(flow -> new Way(
                        flow,
                        flow.getAttribute("id"),
                        source,
                        flow.getAttribute("targetRef"),
                        !asked ? List.of() : isDefault.test(flow) ? denied : told(flow)))
                .toList();
    }

    private static List<Told> told(Element flow) {
        return Bpmn.children(flow, "conditionExpression")
                .filter(condition ->
                        !condition.hasAttribute("language") && Bpmn.extension(condition, "resource") == null)
                .flatMap(condition -> Told.of(Bpmn.text(condition)).stream())
                .toList();
    }

    Collection<Part> parts() {
        return parts.values();
    }

    @Nullable
    Part part(String partId) {
        return parts.get(partId);
    }

    /** What is drawn directly in the process or the sub-process. */
    List<Part> in(Element container) {
        return within.getOrDefault(container, List.of());
    }

    List<Way> from(Part part) {
        return ways.getOrDefault(part.id(), List.of());
    }

    /** Ids that are missing or used for two elements, so that flows could mean either. */
    List<String> unclear() {
        return twice;
    }
}
