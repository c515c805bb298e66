package io.tickmark.workflow;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up user tasks as the engine has them now. */
@Component
public class OpenTasks {

    private final CommandExecutor commands;
    private final JdbcClient database;
    /** By definition and key; a deployed model never changes. */
    private final Map<String, TaskReading.Drawn> drawn = new ConcurrentHashMap<>();

    OpenTasks(ProcessEngine engine, JdbcClient database) {
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.database = database;
    }

    /** Empty when the task is completed or was cancelled. */
    public Optional<OpenTask> find(String id) {
        if (Context.getCommandContext() != null) {
            // what a command under way has changed is in no table before it ends
            return asked(id);
        }
        TaskReading reading = new TaskReading(id);
        ResultSetExtractor<Optional<OpenTask>> rows = all -> reading.read(all, this::drawn);
        Optional<OpenTask> found = database.sql(TaskReading.SELECT).param(id).query(rows);
        return reading.isPlain() ? found : asked(id);
    }

    private Optional<OpenTask> asked(String id) {
        return commands.execute(context -> {
            TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(id);
            return Optional.ofNullable(task).map(ModelListeners::open);
        });
    }

    private TaskReading.Drawn drawn(String definition, String key) {
        return drawn.computeIfAbsent(
                definition + "/" + key,
                unknown -> commands.execute(context -> {
                    var model = Context.getProcessEngineConfiguration()
                            .getDeploymentCache()
                            .findDeployedProcessDefinitionById(definition);
                    var task = Objects.requireNonNull(model.getTaskDefinitions().get(key));
                    return new TaskReading.Drawn(
                            model.getKey(),
                            model.getDeploymentId(),
                            task.getCamundaFormDefinitionKey().getExpressionText());
                }));
    }
}
