package io.tickmark.modelcheck;

import java.util.Set;

/**
 * The words that models may use and the product understands.
 *
 * @param steps the names of the beans that service tasks may run
 * @param variables the process variables that code sets, beside those that forms, decisions and mappings declare
 * @param roles the roles that a task may be given to
 * @param sources when code sets which variables
 */
public record Vocabulary(Set<String> steps, Set<String> variables, Set<String> roles, Sources sources) {}
