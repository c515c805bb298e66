package io.tickmark.workflow;

/** An open user task now belongs to another version of its model; its name, role, form and due date may be others. */
public record TaskMoved(OpenTask task) {}
