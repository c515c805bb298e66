package io.tickmark.tasklist;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.OpenTask;

/** Somebody began to work on a task: claimed it, or kept a draft of his answers. */
public record TaskBegun(OpenTask task) implements DomainEvent {

    @Override
    public EngagementId engagement() {
        return task.engagement();
    }
}
