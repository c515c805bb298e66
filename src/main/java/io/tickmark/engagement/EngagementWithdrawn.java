package io.tickmark.engagement;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;

/** Work on the engagement has ended early: whatever was started beside its life cycle ends now, too. */
public record EngagementWithdrawn(EngagementId engagement) implements DomainEvent {}
