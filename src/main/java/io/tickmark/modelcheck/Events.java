package io.tickmark.modelcheck;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Events: what they wait for, and where they may stand. */
final class Events {

    private static final Set<String> ACTIVITIES =
            Set.of("userTask", "serviceTask", "businessRuleTask", "callActivity", "subProcess");
    private static final String DURATION =
            "P(?=.)(\\d{1,3}Y)?(\\d{1,3}M)?(\\d{1,3}W)?(\\d{1,4}D)?" + "(T(?=.)(\\d{1,3}H)?(\\d{1,4}M)?(\\d{1,5}S)?)?";
    private static final String DATE = "\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)?)?";
    private static final String CYCLE =
            "R[1-9]\\d?/P(?=.)([1-9]\\d{0,2}M)?([1-9]\\d{0,2}W)?([1-9]\\d{0,3}D)?" + "(T[1-9]\\d{0,2}H)?";

    private final Notes notes;
    private final Scope scope;
    private final Variables variables;
    private final List<String> messages;

    private Events(Notes notes, Scope scope, Variables variables, List<String> messages) {
        this.notes = notes;
        this.scope = scope;
        this.variables = variables;
        this.messages = messages;
    }

    static void check(ModelSet set, Map<String, Variables> known) {
        for (ModelSet.Model model : set.processes()) {
            Variables variables = Variables.of(model, known);
            List<String> messages =
                    Xml.children(model.root(), "message").map(Xml::id).toList();
            for (Scope scope : Scope.of(model.root())) {
                var rules = new Events(model.notes(), scope, variables, messages);
                scope.nodes().values().forEach(rules::node);
            }
        }
    }

    private void node(Element node) {
        List<Element> definitions = Xml.children(node).stream()
                .filter(child -> Xml.name(child).endsWith("EventDefinition"))
                .toList();
        String id = Xml.id(node);
        switch (Xml.name(node)) {
            case "startEvent" -> start(id, definitions.size());
            case "intermediateCatchEvent" ->
                notes.error(definitions.size() == 1, id, "The event waits for nothing: give it a timer or a message.");
            case "boundaryEvent" -> boundary(node, id, definitions.size());
            case "eventBasedGateway" ->
                notes.error(
                        scope.next(node)
                                .map(scope.nodes()::get)
                                .allMatch(next -> next != null && Xml.name(next).equals("intermediateCatchEvent")),
                        id,
                        "The gateway waits for the first of several events, and something else follows it.");
            default -> {
                // what the words allow without an event definition
            }
        }
        definitions.forEach(definition -> definition(id, definition));
    }

    private void start(String id, int definitions) {
        if (Scope.reactsToEvent(scope.element())) {
            notes.error(definitions == 1, id, "The subprocess reacts to nothing: give its start a timer or a message.");
        } else {
            notes.error(
                    definitions == 0,
                    id,
                    "The process starts by itself, for no engagement: the product or another"
                            + " process starts it, so its start event is plain.");
        }
    }

    private void boundary(Element node, String id, int definitions) {
        Element host = scope.nodes().get(node.getAttribute("attachedToRef"));
        notes.error(
                host != null && ACTIVITIES.contains(Xml.name(host)), id, "The event is not attached to an activity.");
        notes.error(definitions == 1, id, "The event waits for nothing: give it a timer or a message.");
    }

    private void definition(String id, Element definition) {
        if (Xml.name(definition).equals("messageEventDefinition")) {
            notes.error(
                    messages.contains(definition.getAttribute("messageRef")),
                    id,
                    "The event waits for a message that the file does not define.");
        }
        if (Xml.name(definition).equals("timerEventDefinition")) {
            List<Element> times = Xml.children(definition).stream()
                    .filter(child -> Xml.name(child).startsWith("time"))
                    .toList();
            notes.error(times.size() == 1, id, "The timer has no time: give it a date, a duration or a cycle.");
            times.forEach(time -> time(id, time));
        }
    }

    private void time(String id, Element time) {
        String value = Xml.text(time).strip();
        boolean right =
                switch (Xml.name(time)) {
                    case "timeDate" -> value.matches(DATE + "|\\$\\{\\w+}");
                    case "timeDuration" -> value.matches(DURATION + "|\\$\\{\\w+}");
                    default -> value.matches(CYCLE);
                };
        notes.error(
                right,
                id,
                "The timer's time cannot be read: '" + value + "'. Write a date (2027-01-31 or"
                        + " ${variable}), a duration (P5D), or a cycle of at most 99 times, an hour or more apart (R3/P7D).");
        Conditions.known(notes, id, value, variables);
    }
}
