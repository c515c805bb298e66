package io.tickmark.migration;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param from the version that runs
 * @param to the version to go to; every other process of an engagement goes along to the bundle it belongs to
 * @param dryRun left out, it is one: nobody moves an audit by forgetting a word
 * @param engagements only these; left out, all that have something running on {@code from}
 * @param elements for a process by its key, where an element goes that has another id in the new version
 */
record MigrationRequest(
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable Boolean dryRun,
        @Nullable List<UUID> engagements,
        @Nullable Map<String, Map<String, String>> elements) {

    boolean dry() {
        return dryRun == null || dryRun;
    }

    Map<String, Map<String, String>> renamed() {
        return elements == null ? Map.of() : elements;
    }
}
