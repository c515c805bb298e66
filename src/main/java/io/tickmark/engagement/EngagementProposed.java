package io.tickmark.engagement;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;

/** An engagement exists and its life cycle has begun. */
public record EngagementProposed(EngagementId engagement) implements DomainEvent {}
