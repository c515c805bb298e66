package io.tickmark.engagement;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;

/** Which reports the engagement leads to, or their dates, have been decided anew. */
public record ReportsPlanned(EngagementId engagement) implements DomainEvent {}
