package io.tickmark.scoping;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;

/** The scope is approved and kept as it is; later edits of the client's controls do not change it. */
public record ScopeFrozen(EngagementId engagement) implements DomainEvent {}
