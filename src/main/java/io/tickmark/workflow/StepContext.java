package io.tickmark.workflow;

import io.tickmark.kernel.EngagementId;
import org.jspecify.annotations.Nullable;

/** Where a step runs: the engagement it works for and the variables of its process instance. */
public interface StepContext {

    EngagementId engagement();

    /** The bundle the running process was deployed with; what the step starts later comes from the same one. */
    String deployment();

    <T> @Nullable T get(Variable<T> variable);

    <T> void set(Variable<T> variable, T value);

    /** Like {@link #get}; a missing value is a defect of the model or of an earlier step. */
    default <T> T need(Variable<T> variable) {
        T value = get(variable);
        if (value == null) {
            throw new IllegalStateException("The process variable '" + variable.name() + "' is not set");
        }
        return value;
    }
}
