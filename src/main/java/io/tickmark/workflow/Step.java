package io.tickmark.workflow;

/**
 * What a service task of a model does: the incoming seam of a process. The bean's name is the task's phrase in camel
 * case ({@code ServiceTask_FreezeScope} runs the bean {@code freezeScope}). It runs in a job's transaction of its own;
 * an exception rolls it back and the job is tried again, so a step must be repeatable.
 */
public interface Step {

    void run(StepContext context);
}
