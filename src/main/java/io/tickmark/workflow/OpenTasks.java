package io.tickmark.workflow;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Looks up user tasks as the engine has them now. */
@Component
public class OpenTasks {

    private final CommandExecutor commands;

    OpenTasks(ProcessEngine engine) {
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
    }

    /** Empty when the task is completed or was cancelled. */
    public Optional<OpenTask> find(String id) {
        return commands.execute(context -> {
            TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(id);
            return Optional.ofNullable(task).map(ModelListeners::open);
        });
    }
}
