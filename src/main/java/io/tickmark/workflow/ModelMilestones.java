package io.tickmark.workflow;

import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;

/** The milestones that the models of a bundle carry as extension properties, so that a process owner adds one. */
@Component
public class ModelMilestones {

    /**
     * One milestone as a model carries it.
     *
     * @param workingDays how long it usually takes after what it follows; 0 or more
     * @param after {@code start}, {@code periodStart}, {@code periodEnd}, or another milestone's name
     */
    public record ModelMilestone(String name, int workingDays, String after) {}

    private static final List<String> ANCHORS = List.of("start", "periodStart", "periodEnd");

    private final RepositoryService repository;

    ModelMilestones(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * All of the bundle's milestones, each name once, as an audit comes to them: from its start, from its period's
     * beginning, from its period's end; those that others follow first.
     */
    public List<ModelMilestone> of(String bundle) {
        Map<String, ModelMilestone> found = new TreeMap<>();
        repository
                .createProcessDefinitionQuery()
                .deploymentId(bundle)
                .list()
                .forEach(definition -> collect(repository.getBpmnModelInstance(definition.getId()), found));
        List<ModelMilestone> ordered = new ArrayList<>();
        found.values().stream()
                .sorted(Comparator.comparingInt((ModelMilestone milestone) -> ANCHORS.indexOf(anchor(milestone, found)))
                        .thenComparingInt(milestone -> daysFromAnchor(milestone, found)))
                .forEach(milestone -> place(milestone, found, ordered, 0));
        return ordered;
    }

    private static void collect(BpmnModelInstance model, Map<String, ModelMilestone> found) {
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            Map<String, String> properties = properties(node);
            String name = properties.get("milestone");
            if (name != null) {
                found.put(
                        name,
                        new ModelMilestone(
                                name,
                                days(properties.getOrDefault("plannedDuration", "P0D")),
                                properties.getOrDefault("after", "start")));
            }
        }
    }

    /** Models say nothing but days, {@code P10D}: the gate refuses the rest. */
    @SuppressWarnings("JavaPeriodGetDays")
    private static int days(String duration) {
        return Period.parse(duration).getDays();
    }

    private static Map<String, String> properties(FlowNode node) {
        Map<String, String> properties = new TreeMap<>();
        if (node.getExtensionElements() != null) {
            node.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaProperties.class)
                    .list()
                    .forEach(list -> list.getCamundaProperties()
                            .forEach(
                                    property -> properties.put(property.getCamundaName(), property.getCamundaValue())));
        }
        return properties;
    }

    /** What its chain of milestones follows in the end. */
    private static String anchor(ModelMilestone milestone, Map<String, ModelMilestone> found) {
        List<ModelMilestone> chain = chain(milestone, found);
        return chain.get(chain.size() - 1).after();
    }

    private static int daysFromAnchor(ModelMilestone milestone, Map<String, ModelMilestone> found) {
        return chain(milestone, found).stream()
                .mapToInt(ModelMilestone::workingDays)
                .sum();
    }

    /** The milestone, what it follows, and so on; once around, should a circle be drawn. */
    private static List<ModelMilestone> chain(ModelMilestone milestone, Map<String, ModelMilestone> found) {
        List<ModelMilestone> chain = new ArrayList<>();
        for (ModelMilestone one = milestone; one != null && !chain.contains(one); one = found.get(one.after())) {
            chain.add(one);
        }
        return chain;
    }

    /** What a milestone follows comes before it; a circle drawn by mistake is cut rather than followed for ever. */
    private static void place(
            ModelMilestone milestone, Map<String, ModelMilestone> found, List<ModelMilestone> ordered, int depth) {
        if (ordered.contains(milestone) || depth > found.size()) {
            return;
        }
        ModelMilestone before = found.get(milestone.after());
        if (before != null) {
            place(before, found, ordered, depth + 1);
        }
        if (!ordered.contains(milestone)) {
            ordered.add(milestone);
        }
    }
}
