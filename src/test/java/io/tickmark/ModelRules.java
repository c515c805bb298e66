package io.tickmark;

import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;

/** What our own models promise, as findings in plain sentences; no finding, no objection. */
final class ModelRules {

    static final Set<String> ROLES = Set.of(
            "client-sponsor",
            "client-compliance",
            "control-owner",
            "audit-partner",
            "audit-manager",
            "audit-senior",
            "audit-staff",
            "audit-team",
            "quality-reviewer",
            "project-manager");

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
        all(UserTask.class).forEach(this::userTask);
        all(ServiceTask.class).forEach(this::serviceTask);
        all(BusinessRuleTask.class).forEach(this::decision);
        all(CallActivity.class).forEach(this::call);
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
        check(same(name, node.getName()), id + " is named '" + node.getName() + "' and not '" + name + "'");
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

    private void userTask(UserTask task) {
        String id = task.getId();
        List<String> groups = task.getCamundaCandidateGroupsList();
        check(groups.size() == 1 && ROLES.containsAll(groups), id + " is not one known role's: " + groups);
        String form = kebab(tail(task));
        check(form.equals(task.getCamundaFormRef()), id + " does not show the form " + form);
        check(knownFiles.contains(form + ".form"), id + " has no form file");
        check("deployment".equals(task.getCamundaFormRefBinding()), id + " takes its form from another deployment");
        String due = String.valueOf(task.getCamundaDueDate());
        check(due.matches("P[1-9]\\d*D|\\$\\{\\w+}"), id + " has no due date that can be read: " + due);
        String owner = task.getCamundaAssignee();
        check(owner == null || owner.matches("\\$\\{\\w+}"), id + " belongs to a person by name");
        check(!task.getDocumentations().isEmpty(), id + " says nothing about itself");
    }

    private void serviceTask(ServiceTask task) {
        String id = task.getId();
        // the file is locked the same way, whether or not the engagement came to its end
        String step = id.equals("ServiceTask_LockWithdrawnFile") ? "lockFile" : camel(tail(task));
        check(("${" + step + "}").equals(task.getCamundaDelegateExpression()), id + " is not the step " + step);
        check(task.isCamundaAsyncBefore() && task.isCamundaExclusive(), id + " runs inside somebody's completion");
    }

    private void decision(BusinessRuleTask task) {
        String id = task.getId();
        check(knownFiles.contains(task.getCamundaDecisionRef() + ".dmn"), id + " asks an unknown decision");
        check("deployment".equals(task.getCamundaDecisionRefBinding()), id + " asks another deployment's decision");
        check("singleEntry".equals(task.getCamundaMapDecisionResult()), id + " keeps more than one answer");
        check(task.getCamundaResultVariable() != null, id + " loses the answer");
    }

    private void call(CallActivity call) {
        String id = call.getId();
        check(knownFiles.contains(call.getCalledElement() + ".bpmn"), id + " calls an unknown process");
        check(kebab(tail(call)).equals(call.getCalledElement()), id + " is not named like what it calls");
        check("deployment".equals(call.getCamundaCalledElementBinding()), id + " calls another deployment's process");
        var ins = call.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaIn.class)
                .list();
        check(
                ins.stream().anyMatch(in -> "${engagementId}".equals(in.getCamundaBusinessKey())),
                id + " does not pass the business key");
        check(
                ins.stream().anyMatch(in -> "engagementId".equals(in.getCamundaSource())),
                id + " does not pass the engagement");
        for (CamundaIn in : ins) {
            check(same(in.getCamundaSource(), in.getCamundaTarget()), id + " renames what it passes");
            check(in.getCamundaVariables() == null, id + " passes everything");
        }
        for (CamundaOut out : call.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaOut.class)
                .list()) {
            check(same(out.getCamundaSource(), out.getCamundaTarget()), id + " renames what it takes back");
        }
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
        findings.addAll(DiagramRules.findings(model));
    }

    private <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> List<T> all(Class<T> type) {
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

    private static String tail(FlowElement element) {
        return element.getId().substring(element.getId().indexOf('_') + 1);
    }

    /** "ReviewEvidence" is the phrase "Review evidence". */
    private static String phrase(String tail) {
        String words = tail.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String kebab(String tail) {
        return phrase(tail).toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String camel(String tail) {
        return Character.toLowerCase(tail.charAt(0)) + tail.substring(1);
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }
}
