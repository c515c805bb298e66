package io.tickmark.scoping;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;
import java.util.List;

/** An agreed change left another scope; {@code dropped} are references of controls that are no longer in it. */
public record ScopeChanged(EngagementId engagement, List<String> dropped) implements DomainEvent {}
