package io.tickmark.workflow;

import java.time.LocalDate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves open tasks when the date moves by which they are due: the engine reads it only when it makes them. */
@Component
final class DueTasks {

    private final CommandExecutor commands;
    private final ApplicationEventPublisher events;

    DueTasks(ProcessEngine engine, ApplicationEventPublisher events) {
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.events = events;
    }

    void by(String instance, Variable<LocalDate> date) {
        commands.execute(context -> {
            context.getTaskManager().findTasksByProcessInstanceId(instance).stream()
                    .filter(task -> isDueBy(task, date))
                    .forEach(task -> {
                        task.setDueDate(
                                TaskDue.of(task, task.getTaskDefinition().getDueDateExpression()));
                        events.publishEvent(new TaskMoved(ModelListeners.open(task)));
                    });
            return null;
        });
    }

    private static boolean isDueBy(TaskEntity task, Variable<LocalDate> date) {
        Expression due = task.getTaskDefinition().getDueDateExpression();
        return due != null && due.getExpressionText().equals("${" + date.name() + "}");
    }
}
