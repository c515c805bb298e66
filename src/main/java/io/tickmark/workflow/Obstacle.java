package io.tickmark.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Why something that runs cannot go to another version of its models.
 *
 * @param instance the id of the process instance that cannot go; null where no instance of the process could
 * @param element the element's id in the version it runs on; null where the process as a whole is meant
 */
public record Obstacle(
        String process, @Nullable String instance, @Nullable String element, String message) {}
