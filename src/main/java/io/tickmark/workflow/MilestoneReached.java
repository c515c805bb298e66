package io.tickmark.workflow;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;

/** Work has left an element that carries the extension property {@code milestone}; told inside the engine's transaction. */
public record MilestoneReached(EngagementId engagement, String milestone) implements DomainEvent {}
