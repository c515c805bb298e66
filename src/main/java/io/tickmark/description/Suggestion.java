package io.tickmark.description;

/**
 * Text that management may take over into a section.
 *
 * @param from where it comes from, as people call it: {@code the inventory}, {@code the scope}, {@code last year}
 */
record Suggestion(String from, String text) {}
