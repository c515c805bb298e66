package io.tickmark.workflow;

/** Where a step runs: what it may know, and the variables it may set. */
public interface StepContext extends StepFacts {

    /** The bundle the running process was deployed with; what the step starts later comes from the same one. */
    String deployment();

    <T> void set(Variable<T> variable, T value);
}
