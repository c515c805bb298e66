package io.tickmark.tasklist;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.OpenTask;
import org.jspecify.annotations.Nullable;

/** A task went to another person; {@code to} is null when it is for everybody of its role again. */
public record TaskHanded(OpenTask task, @Nullable Actor to) implements DomainEvent {

    @Override
    public EngagementId engagement() {
        return task.engagement();
    }
}
