package io.tickmark.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What the engine leaves as it was when it migrates an instance: a task keeps its old name, role and due date, a timer
 * its old time. All of it is brought up to date here, and only where the two versions differ, so that a date somebody
 * moved by hand stays.
 */
@Component
final class MovedWork {

    private final ManagementService management;
    private final CommandExecutor commands;
    private final ApplicationEventPublisher events;

    MovedWork(ProcessEngine engine, ApplicationEventPublisher events) {
        this.management = engine.getManagementService();
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.events = events;
    }

    /** What tasks and timers of an instance go by before it is moved, by their ids. */
    record Before(Map<String, TaskDefinition> tasks, Map<String, String> timers) {}

    Before before(String instance) {
        Map<String, TaskDefinition> tasks =
                commands.execute(context -> context.getTaskManager().findTasksByProcessInstanceId(instance).stream()
                        .collect(Collectors.toMap(TaskEntity::getId, TaskEntity::getTaskDefinition)));
        return new Before(tasks, timers(instance));
    }

    void bringUpToDate(String instance, Before before) {
        commands.execute(context -> {
            context.getTaskManager()
                    .findTasksByProcessInstanceId(instance)
                    .forEach(task -> bringUpToDate(task, before.tasks().get(task.getId())));
            return null;
        });
        // in a command of its own: within one, a task goes on to show the role it has lost
        commands.execute(context -> {
            context.getTaskManager()
                    .findTasksByProcessInstanceId(instance)
                    .forEach(task -> events.publishEvent(new TaskMoved(ModelListeners.open(task))));
            return null;
        });
        timers(instance).forEach((timer, time) -> {
            String former = before.timers().get(timer);
            if (former != null && !former.equals(time)) {
                management.recalculateJobDuedate(timer, true);
            }
        });
    }

    private void bringUpToDate(TaskEntity task, @Nullable TaskDefinition before) {
        TaskDefinition now = task.getTaskDefinition();
        Expression name = now.getNameExpression();
        if (name != null) {
            task.setName(String.valueOf(name.getValue(task.getExecution())));
        }
        if (before != null && !roles(before).equals(roles(now))) {
            List<String> former = task.getCandidates().stream()
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull)
                    .toList();
            former.forEach(task::deleteCandidateGroup);
            roles(now).forEach(task::addCandidateGroup);
        }
        if (before != null && !text(before.getDueDateExpression()).equals(text(now.getDueDateExpression()))) {
            task.setDueDate(TaskDue.of(task, now.getDueDateExpression()));
        }
    }

    private static Set<String> roles(TaskDefinition definition) {
        return definition.getCandidateGroupIdExpressions().stream()
                .map(Expression::getExpressionText)
                .collect(Collectors.toSet());
    }

    private static String text(@Nullable Expression expression) {
        return expression == null ? "" : expression.getExpressionText();
    }

    private Map<String, String> timers(String instance) {
        Map<String, String> times = new HashMap<>();
        for (Job timer :
                management.createJobQuery().processInstanceId(instance).timers().list()) {
            JobDefinition definition = management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(timer.getJobDefinitionId())
                    .singleResult();
            times.put(timer.getId(), definition == null ? "" : definition.getJobConfiguration());
        }
        return times;
    }
}
