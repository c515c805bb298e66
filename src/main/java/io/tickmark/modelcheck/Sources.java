package io.tickmark.modelcheck;

import java.util.Map;
import java.util.Set;

/**
 * When code sets which process variables.
 *
 * @param starts what code sets whenever it starts the process with this key; {@code engagementId} goes without saying
 * @param steps what the step of this name has set whenever it has run
 * @param flags what is set wherever this flag is true
 */
public record Sources(
        Map<String, Set<String>> starts, Map<String, Set<String>> steps, Map<String, Set<String>> flags) {}
