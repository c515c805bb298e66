package io.tickmark.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which element of a version goes on as which of another: equal ids, and what the process owner says beside. */
@Component
final class MigrationPlans {

    private final RuntimeService runtime;
    private final RepositoryService repository;

    MigrationPlans(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    /** Throws the engine's validation exception when no instance could be moved by it. */
    MigrationPlan plan(ProcessDefinition from, ProcessDefinition to, Map<String, String> elements) {
        MigrationPlan equal = runtime.createMigrationPlan(from.getId(), to.getId())
                .mapEqualActivities()
                .build();
        Map<String, String> pairs = new HashMap<>();
        for (MigrationInstruction instruction : equal.getInstructions()) {
            pairs.put(instruction.getSourceActivityId(), instruction.getTargetActivityId());
        }
        pairs.putAll(elements);
        BpmnModelInstance before = repository.getBpmnModelInstance(from.getId());
        BpmnModelInstance after = repository.getBpmnModelInstance(to.getId());
        MigrationPlanBuilder plan = runtime.createMigrationPlan(from.getId(), to.getId());
        pairs.forEach((source, target) -> {
            var step = plan.mapActivities(source, target);
            if (!Objects.equals(waitsFor(before, source), waitsFor(after, target))) {
                step.updateEventTrigger();
            }
        });
        return plan.build();
    }

    /** The name of the message or signal that the event waits for; timers are brought up to date afterwards. */
    private static @Nullable String waitsFor(BpmnModelInstance model, String element) {
        if (!(model.getModelElementById(element) instanceof CatchEvent event)) {
            return null;
        }
        return event.getEventDefinitions().stream()
                .map(definition -> definition instanceof MessageEventDefinition message
                        ? message.getMessage().getName()
                        : definition instanceof SignalEventDefinition signal
                                ? signal.getSignal().getName()
                                : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
