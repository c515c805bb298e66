package io.tickmark.workflow;

import java.util.Map;
import java.util.Set;

/**
 * The variables that a module's code sets in its processes, said by the module's {@code XProcess}. The check of models
 * lets conditions, dates and assignees read these, and lets no form overwrite one that its process reads. A variable that
 * is left out here is unknown to process owners.
 */
public interface ProcessVariables {

    Set<Variable<?>> variables();

    /**
     * Those that are set whenever code starts a process, by the process's key; {@code engagementId} goes without saying.
     * A process that code starts has an entry, an empty one too: without it, it is started by calls alone.
     */
    default Map<String, Set<Variable<?>>> setAtStart() {
        return Map.of();
    }
}
