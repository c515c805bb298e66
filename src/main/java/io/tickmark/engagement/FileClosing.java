package io.tickmark.engagement;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;

/**
 * The file is about to be locked, in this transaction: whatever is still open beside the life cycle ends now, with its
 * trail entry, so that no task outlives the file it would have to change.
 */
public record FileClosing(EngagementId engagement) implements DomainEvent {}
