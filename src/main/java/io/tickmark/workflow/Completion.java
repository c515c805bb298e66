package io.tickmark.workflow;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Completes a user task in the engine, within the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Completion {

    private final TaskService tasks;
    private final ReadVariables read;

    Completion(TaskService tasks, ReadVariables read) {
        this.tasks = tasks;
        this.read = read;
    }

    /** Those answers become variables that the task's model reads, or hands to its caller. */
    public void complete(OpenTask task, Answers answers) {
        Map<String, Object> variables = new HashMap<>();
        for (String name : read.of(task.deployment(), task.process())) {
            JsonNode value = answers.json().get(name);
            if (value != null && value.isValueNode()) {
                variables.put(name, plain(value));
            }
        }
        tasks.complete(task.id(), variables);
    }

    /** Lets the process go on past a task that nobody has to do any more; no variable changes. */
    public void dispense(OpenTask task) {
        tasks.complete(task.id());
    }

    private static Object plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber()
                ? value.isIntegralNumber() ? value.longValue() : (Object) value.doubleValue()
                : value.asString("");
    }
}
