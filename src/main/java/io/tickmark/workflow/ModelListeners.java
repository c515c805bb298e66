package io.tickmark.workflow;

import io.tickmark.kernel.EngagementId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Makes every deployed model tell us of its user tasks, phases and milestones, inside the engine's transaction. */
final class ModelListeners extends AbstractBpmnParseListener {

    private static final Namespace EXTENSIONS = new Namespace("http://camunda.org/schema/1.0/bpmn");

    private final ApplicationEventPublisher events;

    ModelListeners(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addTaskListener(
                TaskListener.EVENTNAME_CREATE, task -> events.publishEvent(new TaskOpened(open(task))));
        definition.addTaskListener(
                TaskListener.EVENTNAME_COMPLETE, task -> events.publishEvent(new TaskClosed(task.getId())));
        definition.addTaskListener(
                TaskListener.EVENTNAME_DELETE, task -> events.publishEvent(new TaskClosed(task.getId())));
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseParallelGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    private void listen(Element element, ActivityImpl activity) {
        Map<String, String> properties = properties(element);
        String phase = properties.get("phase");
        if (phase != null) {
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution ->
                    events.publishEvent(new PhaseBegun(EngagementId.of(execution.getProcessBusinessKey()), phase)));
        }
        String milestone = properties.get("milestone");
        if (milestone != null) {
            activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> {
                if (!execution.isCanceled()) {
                    events.publishEvent(
                            new MilestoneReached(EngagementId.of(execution.getProcessBusinessKey()), milestone));
                }
            });
        }
    }

    /** The element's {@code camunda:properties}. */
    static Map<String, String> properties(Element element) {
        Map<String, String> properties = new LinkedHashMap<>();
        Element extensions = element.element("extensionElements");
        Element list = extensions == null ? null : extensions.elementNS(EXTENSIONS, "properties");
        if (list != null) {
            list.elementsNS(EXTENSIONS, "property")
                    .forEach(property -> properties.put(property.attribute("name"), property.attribute("value")));
        }
        return properties;
    }

    static OpenTask open(DelegateTask delegate) {
        var task = (TaskEntity) delegate;
        var execution = task.getExecution();
        var definition = execution.getProcessDefinition();
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                EngagementId.of(execution.getProcessBusinessKey()),
                definition.getKey(),
                task.getProcessInstanceId(),
                definition.getDeploymentId(),
                task.getTaskDefinition().getCamundaFormDefinitionKey().getExpressionText(),
                task.getCandidates().stream()
                        .map(link -> link.getGroupId())
                        .filter(group -> group != null)
                        .findFirst()
                        .orElse(""),
                task.getAssignee(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                loopCounter(execution.getVariable("loopCounter")),
                execution.getVariables());
    }

    static int loopCounter(@Nullable Object counter) {
        return counter instanceof Integer index ? index : -1;
    }
}
