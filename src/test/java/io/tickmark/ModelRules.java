package io.tickmark;

import static io.tickmark.Phrases.phrase;
import static io.tickmark.Phrases.tail;
import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What our own models promise, as findings in plain sentences; no finding, no objection. */
final class ModelRules {

    private static final Set<String> PHASES = Set.of(
            "scoping",
            "readiness",
            "remediation",
            "fieldwork",
            "reporting",
            "issued",
            "closed",
            "declined",
            "withdrawn");

    private static final Set<String> KINDS = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "callActivity",
            "exclusiveGateway",
            "parallelGateway",
            "subProcess",
            "sequenceFlow");

    private final String file;
    private final BpmnModelInstance model;
    private final Set<String> knownFiles;
    private final Set<String> milestones;
    private final List<String> findings = new ArrayList<>();

    private ModelRules(String file, String xml, Set<String> knownFiles, Set<String> milestones) {
        this.file = file;
        this.model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        this.knownFiles = knownFiles;
        this.milestones = milestones;
    }

    /**
     * @param knownFiles the names of all processes, decisions and forms
     * @param milestones the names of all milestones in all models
     */
    static List<String> findings(String file, String xml, Set<String> knownFiles, Set<String> milestones) {
        var rules = new ModelRules(file, xml, knownFiles, milestones);
        rules.process();
        rules.elements();
        rules.diagram();
        return rules.findings;
    }

    private void process() {
        for (Process process : all(Process.class)) {
            check(file.equals(process.getId() + ".bpmn"), process.getId() + " is not named like its file");
            check(process.getName() != null, "the process has no name");
            check(process.isExecutable(), "the process is not executable");
            check("P2555D".equals(process.getCamundaHistoryTimeToLiveString()), "the process keeps no seven years");
            check(!process.getDocumentations().isEmpty(), "the process says nothing about itself");
        }
        for (Message message : all(Message.class)) {
            check(message.getId().startsWith("Message_"), message.getId() + " is not named as a message");
            check(message.getId().equals(message.getName()), message.getId() + " has another name than its id");
        }
    }

    private void elements() {
        for (FlowElement element : all(FlowElement.class)) {
            String kind = element.getElementType().getTypeName();
            check(KINDS.contains(kind), element.getId() + " is a " + kind + ", which our models do not use");
        }
        all(FlowNode.class).forEach(this::node);
        ActivityRules.findings(model, knownFiles).forEach(finding -> check(false, finding));
        all(SequenceFlow.class).forEach(this::flow);
        all(CamundaProperty.class).forEach(this::property);
        for (MultiInstanceLoopCharacteristics loop : all(MultiInstanceLoopCharacteristics.class)) {
            check(!loop.isSequential(), "a loop runs one after the other");
            check(loop.isCamundaAsyncAfter() && loop.isCamundaExclusive(), "a loop's siblings would collide");
        }
    }

    private void node(FlowNode node) {
        String id = node.getId();
        check(id.matches(prefix(node) + "_([A-Z][a-z0-9]*)+"), id + " is not an id of its kind");
        boolean asks = node instanceof ExclusiveGateway && node.getOutgoing().size() > 1;
        boolean silent = !asks && (node instanceof ExclusiveGateway || node instanceof ParallelGateway);
        String name = silent ? null : phrase(tail(node)) + (asks ? "?" : "");
        check(Objects.equals(name, node.getName()), id + " is named '" + node.getName() + "' and not '" + name + "'");
        if (asks) {
            check(((ExclusiveGateway) node).getDefault() != null, id + " has no default way");
        }
    }

    private static String prefix(FlowNode node) {
        if (node instanceof SubProcess) {
            return "EventSubProcess";
        }
        String kind = node.getElementType().getTypeName();
        return kind.endsWith("Gateway") ? "Gateway" : Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }

    private void flow(SequenceFlow flow) {
        FlowNode source = flow.getSource();
        boolean chosen =
                source instanceof ExclusiveGateway && source.getOutgoing().size() > 1;
        var condition = flow.getConditionExpression();
        if (!chosen) {
            String id = "Flow_" + tail(source) + "_" + tail(flow.getTarget());
            check(flow.getId().equals(id), flow.getId() + " should be " + id);
            check(condition == null, flow.getId() + " has a condition without a question");
            return;
        }
        check(flow.getId().startsWith("Flow_" + tail(source) + "_"), flow.getId() + " is not its question's answer");
        check(flow.getName() != null, flow.getId() + " gives no answer");
        boolean forward = flow.equals(((ExclusiveGateway) source).getDefault());
        check(forward == (condition == null), flow.getId() + " has a condition that is not asked, or lacks one");
        if (condition != null) {
            check(
                    condition.getTextContent().matches("\\$\\{(!?\\w+|\\w+ == '[\\w-]+')}"),
                    flow.getId() + " asks more than a flag or a text: " + condition.getTextContent());
        }
    }

    private void property(CamundaProperty property) {
        String value = property.getCamundaValue();
        boolean right =
                switch (property.getCamundaName()) {
                    case "phase" -> PHASES.contains(value);
                    case "milestone" -> milestones.contains(value);
                    case "plannedDuration" -> value.matches("P\\d+D");
                    case "interlock" -> value.matches("[a-z]+(-[a-z]+)*");
                    case "after" ->
                        Set.of("start", "periodStart", "periodEnd").contains(value) || milestones.contains(value);
                    default -> false;
                };
        check(right, "nobody understands the property " + property.getCamundaName() + " = " + value);
    }

    private void diagram() {
        for (FlowNode node : all(FlowNode.class)) {
            check(node.getDiagramElement() != null, node.getId() + " is not in the diagram");
        }
        for (SequenceFlow flow : all(SequenceFlow.class)) {
            check(flow.getDiagramElement() != null, flow.getId() + " is not in the diagram");
        }
        DiagramRules.findings(model).forEach(finding -> check(false, finding));
    }

    private <T extends ModelElementInstance> List<T> all(Class<T> type) {
        return List.copyOf(model.getModelElementsByType(type));
    }

    private void check(boolean holds, String finding) {
        if (!holds) {
            findings.add(file + ": " + finding);
        }
    }

    static Set<String> milestones(String xml) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return model.getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> "milestone".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .collect(toSet());
    }
}
