package io.tickmark;

import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.Variable;
import org.jspecify.annotations.Nullable;

/** Where a step stands that a test runs without a process: no variable is set, and none is kept. */
public record StepAt(EngagementId engagement, String deployment) implements StepContext {

    @Override
    public <T> @Nullable T get(Variable<T> variable) {
        return null;
    }

    @Override
    public <T> void set(Variable<T> variable, T value) {}
}
