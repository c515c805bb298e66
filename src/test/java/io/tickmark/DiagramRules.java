package io.tickmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** A diagram a process owner likes to open: nothing lies on something else, and every line runs straight. */
final class DiagramRules {

    private final BpmnModelInstance model;
    private final List<String> findings = new ArrayList<>();

    private DiagramRules(BpmnModelInstance model) {
        this.model = model;
    }

    static List<String> findings(BpmnModelInstance model) {
        var rules = new DiagramRules(model);
        rules.shapes();
        rules.lines();
        return rules.findings;
    }

    private void shapes() {
        List<FlowNode> drawn = model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> node.getDiagramElement() != null)
                .filter(node -> !(node instanceof SubProcess || node instanceof BoundaryEvent))
                .toList();
        for (FlowNode one : drawn) {
            for (FlowNode other : drawn) {
                if (one.getId().compareTo(other.getId()) < 0 && overlap(bounds(one), bounds(other))) {
                    findings.add(one.getId() + " lies on " + other.getId());
                }
            }
        }
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            var element = (FlowNode) shape.getBpmnElement();
            boolean outside = element.getName() != null && bounds(element).getWidth() <= 50;
            if (outside && (shape.getBpmnLabel() == null || shape.getBpmnLabel().getBounds() == null)) {
                findings.add(element.getId() + " has no place for its label");
            }
        }
    }

    private void lines() {
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getDiagramElement() == null) {
                continue;
            }
            List<Waypoint> points = List.copyOf(flow.getDiagramElement().getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                Waypoint from = points.get(i - 1);
                Waypoint to = points.get(i);
                if (!Objects.equals(from.getX(), to.getX()) && !Objects.equals(from.getY(), to.getY())) {
                    findings.add(flow.getId() + " runs askew");
                }
            }
        }
    }

    private static Bounds bounds(FlowNode node) {
        return ((BpmnShape) node.getDiagramElement()).getBounds();
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getX() < other.getX() + other.getWidth()
                && other.getX() < one.getX() + one.getWidth()
                && one.getY() < other.getY() + other.getHeight()
                && other.getY() < one.getY() + one.getHeight();
    }
}
