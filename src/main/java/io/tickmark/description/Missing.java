package io.tickmark.description;

/**
 * Something that a description lacks, in a plain sentence.
 *
 * @param criterion the criterion that asks for it, such as {@code DC3}
 * @param section the section's key
 */
record Missing(String criterion, String section, String message) {}
