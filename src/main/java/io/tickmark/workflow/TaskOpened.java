package io.tickmark.workflow;

/** The engine has opened a user task; told inside the engine's transaction. */
public record TaskOpened(OpenTask task) {}
