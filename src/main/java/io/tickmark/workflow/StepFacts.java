package io.tickmark.workflow;

import io.tickmark.kernel.EngagementId;
import org.jspecify.annotations.Nullable;

/** What a step may know before it runs and while it does: its engagement and the variables of its process instance. */
public interface StepFacts {

    EngagementId engagement();

    <T> @Nullable T get(Variable<T> variable);

    /** Like {@link #get}; a missing value is a defect of the model or of an earlier step. */
    default <T> T need(Variable<T> variable) {
        T value = get(variable);
        if (value == null) {
            throw new IllegalStateException("The process variable '" + variable.name() + "' is not set");
        }
        return value;
    }
}
