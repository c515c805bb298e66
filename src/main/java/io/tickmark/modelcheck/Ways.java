package io.tickmark.modelcheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Every node can be reached from the start, and from every node the end can be reached. */
final class Ways {

    private final Notes notes;
    private final Scope scope;

    private Ways(Notes notes, Scope scope) {
        this.notes = notes;
        this.scope = scope;
    }

    static void check(ModelSet set) {
        for (ModelSet.Model model : set.processes()) {
            for (Scope scope : Scope.of(model.root())) {
                var rules = new Ways(model.notes(), scope);
                rules.ends();
                rules.reached();
                rules.ending();
            }
        }
    }

    private void ends() {
        List<Element> starts = kind("startEvent");
        notes.error(
                starts.size() == 1,
                Xml.id(scope.element()),
                "It has " + starts.size() + " start events instead of one.");
        for (Element flow : scope.flows()) {
            notes.error(
                    scope.nodes().containsKey(flow.getAttribute("sourceRef"))
                            && scope.nodes().containsKey(flow.getAttribute("targetRef")),
                    Xml.id(flow),
                    "The flow begins or ends at nothing that stands beside it.");
        }
        starts.forEach(start ->
                notes.error(scope.incoming(start).isEmpty(), Xml.id(start), "A flow leads back into the start."));
        for (Element node : scope.nodes().values()) {
            boolean last = Xml.name(node).equals("endEvent");
            boolean apart = Scope.reactsToEvent(node);
            int ways = scope.outgoing(node).size();
            notes.error(!(last || apart) || ways == 0, Xml.id(node), "A flow leads on from where nothing follows.");
            boolean gateway = Xml.name(node).endsWith("Gateway");
            notes.error(
                    gateway || ways <= 1,
                    Xml.id(node),
                    "It has " + ways + " ways on, which would all be taken: draw a gateway that says so.");
        }
    }

    private void reached() {
        Set<String> reached = walk(kind("startEvent").stream().map(Xml::id).toList());
        for (Element node : scope.nodes().values()) {
            notes.error(
                    reached.contains(Xml.id(node)) || Scope.reactsToEvent(node),
                    Xml.id(node),
                    "No way leads here from the start.");
        }
    }

    private void ending() {
        Map<String, List<String>> cameFrom = new HashMap<>();
        scope.nodes().forEach((id, node) -> scope.next(node)
                .forEach(next ->
                        cameFrom.computeIfAbsent(next, key -> new ArrayList<>()).add(id)));
        Set<String> ending = new HashSet<>();
        Deque<String> open =
                new ArrayDeque<>(kind("endEvent").stream().map(Xml::id).toList());
        while (!open.isEmpty()) {
            String id = open.pop();
            if (ending.add(id)) {
                cameFrom.getOrDefault(id, List.of()).forEach(open::push);
            }
        }
        for (Element node : scope.nodes().values()) {
            notes.error(
                    ending.contains(Xml.id(node)) || Scope.reactsToEvent(node),
                    Xml.id(node),
                    "No way leads from here to an end.");
        }
    }

    private Set<String> walk(Collection<String> from) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Element node = scope.nodes().get(open.pop());
            if (node != null && seen.add(Xml.id(node))) {
                scope.next(node).forEach(open::push);
            }
        }
        return seen;
    }

    private List<Element> kind(String name) {
        return scope.nodes().values().stream()
                .filter(node -> Xml.name(node).equals(name))
                .toList();
    }
}
