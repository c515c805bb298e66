package io.tickmark.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
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
    private final Forms forms;

    Completion(TaskService tasks, ReadVariables read, Forms forms) {
        this.tasks = tasks;
        this.read = read;
        this.forms = forms;
    }

    /**
     * Those answers become variables that the task's model reads, or hands on. What the form left out, since it hid the
     * field, is then null: the engine stops at a condition on a variable that was never set.
     */
    public void complete(OpenTask task, Answers answers) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        Set<String> known = read.of(task.deployment(), task.process());
        FormFields.of(forms.schema(task.deployment(), task.form())).all().stream()
                .map(FormField::key)
                .filter(name -> known.contains(name) && !task.variables().containsKey(name))
                .forEach(name -> variables.put(name, null));
        for (String name : known) {
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
