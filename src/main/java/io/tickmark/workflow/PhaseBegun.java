package io.tickmark.workflow;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;

/** Work has entered an element that carries the extension property {@code phase}; told inside the engine's transaction. */
public record PhaseBegun(EngagementId engagement, String phase) implements DomainEvent {}
