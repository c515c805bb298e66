package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** A diagram a process owner likes to open: nothing lies on something else, and every line runs straight. */
final class Diagrams {

    private final Notes notes;
    private final Map<String, Element> shapes = new HashMap<>();
    private final Map<String, Element> lines = new HashMap<>();

    private record Box(String id, double x, double y, double width, double height) {

        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    private Diagrams(ModelSet.Model model) {
        this.notes = model.notes();
        Xml.all(model.root(), "BPMNShape").forEach(shape -> shapes.put(shape.getAttribute("bpmnElement"), shape));
        Xml.all(model.root(), "BPMNEdge").forEach(line -> lines.put(line.getAttribute("bpmnElement"), line));
    }

    static void check(ModelSet set) {
        for (ModelSet.Model model : set.processes()) {
            var rules = new Diagrams(model);
            List<Box> boxes = new ArrayList<>();
            for (Scope scope : Scope.of(model.root())) {
                scope.nodes().values().forEach(node -> rules.node(node, boxes));
                scope.flows().forEach(rules::flow);
            }
            rules.overlaps(boxes);
        }
    }

    private void node(Element node, List<Box> boxes) {
        String id = Xml.id(node);
        Element shape = shapes.get(id);
        if (shape == null) {
            notes.style(id, "It is not in the diagram.");
            return;
        }
        Box box = box(id, shape);
        notes.style(
                box.width > 50
                        || node.getAttribute("name").isEmpty()
                        || Xml.children(shape, "BPMNLabel")
                                .flatMap(label -> Xml.children(label, "Bounds"))
                                .findAny()
                                .isPresent(),
                id,
                "It has no place for its label.");
        if (!Xml.name(node).equals("subProcess") && !Xml.name(node).equals("boundaryEvent")) {
            boxes.add(box);
        }
    }

    private void overlaps(List<Box> boxes) {
        List<Box> sorted = boxes.stream()
                .sorted((one, other) -> Double.compare(one.x, other.x))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            Box box = sorted.get(i);
            for (int j = i + 1; j < sorted.size() && sorted.get(j).x < box.x + box.width; j++) {
                if (box.overlaps(sorted.get(j))) {
                    // one is enough: a heap of thousands would have millions
                    notes.style(box.id, "It lies on " + sorted.get(j).id + ".");
                    break;
                }
            }
        }
    }

    private void flow(Element flow) {
        Element line = lines.get(Xml.id(flow));
        if (line == null) {
            notes.style(Xml.id(flow), "It is not in the diagram.");
            return;
        }
        List<Element> points = Xml.children(line, "waypoint").toList();
        for (int i = 1; i < points.size(); i++) {
            boolean straight = measure(points.get(i), "x") == measure(points.get(i - 1), "x")
                    || measure(points.get(i), "y") == measure(points.get(i - 1), "y");
            notes.style(straight, Xml.id(flow), "The line runs askew.");
        }
    }

    private static Box box(String id, Element shape) {
        return Xml.children(shape, "Bounds")
                .findFirst()
                .map(bounds -> new Box(
                        id,
                        measure(bounds, "x"),
                        measure(bounds, "y"),
                        measure(bounds, "width"),
                        measure(bounds, "height")))
                .orElse(new Box(id, 0, 0, 0, 0));
    }

    private static double measure(Element element, String name) {
        String value = element.getAttribute(name);
        return value.matches("-?\\d{1,7}(\\.\\d{1,20})?") ? Double.parseDouble(value) : 0;
    }
}
