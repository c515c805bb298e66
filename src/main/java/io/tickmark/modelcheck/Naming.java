package io.tickmark.modelcheck;

import org.w3c.dom.Element;

/** One phrase in id, name and form, so that one search finds all of them. */
final class Naming {

    private Naming() {}

    static void check(ModelSet set) {
        for (ModelSet.Model model : set.processes()) {
            for (Scope scope : Scope.of(model.root())) {
                scope.nodes().values().forEach(node -> node(model.notes(), scope, node));
                scope.flows().forEach(flow -> flow(model.notes(), scope, flow));
            }
        }
    }

    private static void node(Notes notes, Scope scope, Element node) {
        String id = Xml.id(node);
        boolean asks = scope.asks(node);
        boolean silent = !asks && Xml.name(node).endsWith("Gateway");
        String name = node.getAttribute("name");
        notes.style(
                id.matches(prefix(node) + "_([A-Z][a-z0-9]*)+"),
                id,
                "The id is not an id of its kind: " + prefix(node) + "_ and a phrase in CamelCase.");
        String wanted = silent ? "" : Phrases.phrase(Phrases.tail(id)) + (asks ? "?" : "");
        notes.style(name.equals(wanted), id, "It is named '" + name + "' and not '" + wanted + "'.");
        if (Xml.name(node).equals("serviceTask")) {
            // the file is locked the same way, whether or not the engagement came to its end
            String step = id.equals("ServiceTask_LockWithdrawnFile") ? "lockFile" : Phrases.camel(Phrases.tail(id));
            notes.style(
                    Xml.camunda(node, "delegateExpression").equals("${" + step + "}"),
                    id,
                    "The task is not the step " + step + ", named like itself.");
        }
    }

    private static String prefix(Element node) {
        if (Scope.reactsToEvent(node)) {
            return "EventSubProcess";
        }
        String kind = Xml.name(node);
        return kind.endsWith("Gateway") ? "Gateway" : Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }

    private static void flow(Notes notes, Scope scope, Element flow) {
        String id = Xml.id(flow);
        Element source = scope.nodes().get(flow.getAttribute("sourceRef"));
        String from = Phrases.tail(flow.getAttribute("sourceRef"));
        if (source == null || !scope.asks(source)) {
            String wanted = "Flow_" + from + "_" + Phrases.tail(flow.getAttribute("targetRef"));
            notes.style(id.equals(wanted), id, "The flow's id should be " + wanted + ".");
            return;
        }
        notes.style(
                id.startsWith("Flow_" + from + "_"),
                id,
                "The flow's id is not its question's answer: Flow_" + from + "_ and the answer.");
        notes.style(!flow.getAttribute("name").isBlank(), id, "The flow gives no answer: name it.");
    }
}
