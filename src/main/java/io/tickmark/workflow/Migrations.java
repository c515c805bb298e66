package io.tickmark.workflow;

import io.tickmark.kernel.EngagementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves what runs for an engagement to another bundle: whole engagements only, since a bundle belongs together. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Migrations {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final MigrationPlans plans;
    private final MovedWork moved;

    Migrations(RuntimeService runtime, RepositoryService repository, MigrationPlans plans, MovedWork moved) {
        this.runtime = runtime;
        this.repository = repository;
        this.plans = plans;
        this.moved = moved;
    }

    /**
     * What became of one engagement.
     *
     * @param instances how many process instances run for it, called ones included
     * @param obstacles none: all of them are on the new bundle; otherwise the caller must roll back
     */
    public record Outcome(int instances, List<Obstacle> obstacles) {}

    /** The engagements for which an instance of this version runs, in a stable order. */
    @Transactional(readOnly = true)
    public List<EngagementId> running(DeployedModel model) {
        ProcessDefinition definition = definition(model.bundle(), model.key());
        var ids = new TreeSet<String>();
        if (definition != null) {
            runtime.createProcessInstanceQuery()
                    .processDefinitionId(definition.getId())
                    .list()
                    .forEach(instance -> ids.add(instance.getBusinessKey()));
        }
        return ids.stream().map(EngagementId::of).toList();
    }

    /**
     * Moves everything that runs for the engagement, called processes included, to the bundle: tasks take the new
     * version's name, role, form and due date, timers its times, counted from when each began. Nothing is kept of a
     * move with obstacles, provided that the caller rolls back.
     *
     * @param elements for a process by its key, where each element goes that has another id in the new version
     */
    public Outcome move(EngagementId engagement, String bundle, Map<String, Map<String, String>> elements) {
        List<ProcessInstance> instances = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(engagement.toString())
                .list();
        List<Obstacle> obstacles = new ArrayList<>();
        for (ProcessInstance instance : instances) {
            ProcessDefinition from = repository.getProcessDefinition(instance.getProcessDefinitionId());
            if (!from.getDeploymentId().equals(bundle)) {
                obstacles.addAll(move(instance, from, bundle, elements.getOrDefault(from.getKey(), Map.of())));
            }
        }
        return new Outcome(instances.size(), obstacles);
    }

    private List<Obstacle> move(
            ProcessInstance instance, ProcessDefinition from, String bundle, Map<String, String> elements) {
        ProcessDefinition to = definition(bundle, from.getKey());
        if (to == null) {
            return List.of(new Obstacle(
                    from.getKey(),
                    instance.getId(),
                    null,
                    "The new version has no process '" + from.getKey() + "': what runs of it must end first."));
        }
        try {
            MigrationPlan plan = plans.plan(from, to, elements);
            MovedWork.Before before = moved.before(instance.getId());
            runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
            moved.bringUpToDate(instance.getId(), before);
            return List.of();
        } catch (MigrationPlanValidationException impossible) {
            return Obstacles.of(from.getKey(), instance.getId(), impossible);
        } catch (MigratingProcessInstanceValidationException stuck) {
            return Obstacles.of(from.getKey(), instance.getId(), stuck);
        }
    }

    private @Nullable ProcessDefinition definition(String bundle, String process) {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(bundle)
                .processDefinitionKey(process)
                .singleResult();
    }
}
