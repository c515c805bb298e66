package io.tickmark.modelcheck;

import org.jspecify.annotations.Nullable;

/**
 * One thing about one file.
 *
 * @param file the name in the set, such as {@code processes/renewal.bpmn}
 * @param element the id of the BPMN or DMN element or of the form's field; null where the whole file is meant
 * @param message a plain sentence that says what is wrong and what to do
 */
public record ModelFinding(String file, @Nullable String element, Severity severity, String message) {}
