package io.tickmark.kernel;

/**
 * Why something entered cannot be taken: the field (a form component's key, or a JSON path) and a sentence that says
 * what would be accepted.
 */
public record Refusal(String field, String message) {}
