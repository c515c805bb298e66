package io.tickmark.workflow;

import java.util.Map;
import java.util.Set;

/**
 * What a service task of a model does: the incoming seam of a process. The bean's name is the task's phrase in camel
 * case ({@code ServiceTask_FreezeScope} runs the bean {@code freezeScope}). It runs in a job's transaction of its own;
 * an exception rolls it back and the job is tried again, so a step must be repeatable.
 */
public interface Step {

    /** What is set whenever it has run, so that a model may read it behind the step. To set anything else is a defect. */
    default Set<Variable<?>> sets() {
        return Set.of();
    }

    /** What else is set whenever a flag of {@link #sets} is true, so that a model may read it behind that answer. */
    default Map<Variable<Boolean>, Set<Variable<?>>> setsWhen() {
        return Map.of();
    }

    void run(StepContext context);
}
