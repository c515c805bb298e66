package io.tickmark.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a deployed model or form.
 *
 * @param version counts the deployments that held this key, from 1
 * @param name what people call it; a form has none
 * @param instances process instances that run on this version now; 0 for decisions and forms, which have none
 * @param file its path in the bundle, such as {@code processes/fieldwork.bpmn}
 */
public record DeployedModel(
        ModelKind kind,
        String key,
        int version,
        @Nullable String name,
        int instances,
        String file,
        String bundle,
        Instant deployedAt) {}
