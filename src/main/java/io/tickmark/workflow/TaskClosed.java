package io.tickmark.workflow;

/** A user task is gone, completed or cancelled; told inside the engine's transaction. */
public record TaskClosed(String taskId) {}
