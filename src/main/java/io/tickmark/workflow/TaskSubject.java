package io.tickmark.workflow;

/**
 * What a task is about, where it is not the engagement as a whole.
 *
 * @param id the id of that thing, such as an evidence request; at most 64 characters
 * @param label how people know it, such as {@code ORG-01 Code of conduct}
 */
public record TaskSubject(String id, String label) {}
