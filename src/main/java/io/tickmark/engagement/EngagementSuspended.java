package io.tickmark.engagement;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;

/** Work on the engagement waits, or goes on again. */
public record EngagementSuspended(EngagementId engagement, boolean suspended) implements DomainEvent {}
