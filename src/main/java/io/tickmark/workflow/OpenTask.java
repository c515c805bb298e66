package io.tickmark.workflow;

import io.tickmark.kernel.EngagementId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user task as the engine has it now.
 *
 * @param key the element's id in the model, such as {@code UserTask_ReviewEvidence}
 * @param role the model's one candidate group
 * @param assignee the username the model names, or null
 * @param loopCounter which one this is of a multi-instance task, from 0; -1 where there is only one
 * @param variables what the process instance holds, as the engine holds it
 */
public record OpenTask(
        String id,
        String key,
        String name,
        EngagementId engagement,
        String process,
        String processInstance,
        String deployment,
        String form,
        String role,
        @Nullable String assignee,
        @Nullable Instant due,
        int loopCounter,
        Map<String, Object> variables) {

    public <T> @Nullable T get(Variable<T> variable) {
        return variable.fromEngine(variables.get(variable.name()));
    }

    /** Like {@link #get}; a missing value is a defect of the model or of an earlier step. */
    public <T> T need(Variable<T> variable) {
        T value = get(variable);
        if (value == null) {
            throw new IllegalStateException("The process variable '" + variable.name() + "' is not set");
        }
        return value;
    }

    /** The element's phrase: {@code ReviewEvidence} for {@code UserTask_ReviewEvidence}. */
    public String phrase() {
        return key.substring(key.indexOf('_') + 1);
    }
}
