package io.tickmark.modelcheck;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A flow node as drawn.
 *
 * @param container the process or sub-process that it is drawn in
 */
record Part(String file, String process, Element container, Element xml, String id) {

    private static final Set<String> KINDS = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "task",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "scriptTask",
            "manualTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "transaction",
            "adHocSubProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "complexGateway");
    private static final Set<String> CONTAINERS = Set.of("subProcess", "transaction", "adHocSubProcess");

    static boolean isDrawn(Element element) {
        return Bpmn.isModel(element) && KINDS.contains(Bpmn.kind(element));
    }

    String kind() {
        return Bpmn.kind(xml);
    }

    boolean isContainer() {
        return CONTAINERS.contains(kind());
    }

    boolean isEventSubProcess() {
        return isContainer() && "true".equals(xml.getAttribute("triggeredByEvent"));
    }

    /** Whether a token takes one of the ways out, and not all of them. */
    boolean chooses() {
        return kind().equals("exclusiveGateway") || kind().equals("eventBasedGateway");
    }

    boolean isParallelGateway() {
        return kind().equals("parallelGateway");
    }

    boolean isGateway() {
        return kind().endsWith("Gateway");
    }

    /** Whether an event lets what it is drawn on, or in, go on. */
    boolean isNonInterrupting() {
        return "false".equals(xml.getAttribute(kind().equals("boundaryEvent") ? "cancelActivity" : "isInterrupting"));
    }

    boolean isPlainStart() {
        return kind().equals("startEvent") && definitions().isEmpty();
    }

    /** The kinds of its event definitions, those included that it only refers to. */
    List<String> definitions() {
        return Bpmn.children(xml).stream()
                .filter(Bpmn::isModel)
                .map(Bpmn::kind)
                .filter(kind -> kind.endsWith("EventDefinition") || kind.equals("eventDefinitionRef"))
                .toList();
    }

    /** The name of a link event; null where it is none. */
    @Nullable
    String link() {
        return Bpmn.children(xml, "linkEventDefinition")
                .map(link -> link.getAttribute("name"))
                .findFirst()
                .orElse(null);
    }

    /** How often it runs; null for once. */
    @Nullable
    Element loop() {
        return Bpmn.children(xml).stream()
                .filter(child -> Bpmn.isModel(child) && Bpmn.kind(child).endsWith("LoopCharacteristics"))
                .findFirst()
                .orElse(null);
    }

    /** Its mark as an interlock; null where it has none. */
    @Nullable
    String word() {
        List<String> words = Bpmn.properties(xml, "interlock");
        return words.isEmpty() ? null : words.get(0);
    }

    /** The process that it calls, from the same deployment; null where that is not said, or only found at run time. */
    @Nullable
    String called() {
        String called = Bpmn.attribute(xml, "calledElement");
        boolean known = called != null
                && kind().equals("callActivity")
                && !called.contains("{")
                && "deployment".equals(Bpmn.extension(xml, "calledElementBinding"))
                && Bpmn.extension(xml, "calledElementTenantId") == null;
        return known ? called : null;
    }

    /** The phrase by which a task's rules and its records are found: {@code SignReport} of {@code UserTask_SignReport}. */
    String phrase() {
        return id.substring(id.indexOf('_') + 1);
    }

    /** As people know it. */
    String label() {
        String name = xml.getAttribute("name").strip();
        return name.isEmpty() ? id : name;
    }

    /** Gateways that only bring ways together are not worth naming on a path. */
    boolean isSilent() {
        return isGateway() && xml.getAttribute("name").isBlank();
    }
}
