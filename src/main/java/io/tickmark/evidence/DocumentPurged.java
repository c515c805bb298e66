package io.tickmark.evidence;

import io.tickmark.kernel.DomainEvent;
import io.tickmark.kernel.EngagementId;
import java.util.UUID;

/** Two people took a document out: whoever keeps anything of what is in it forgets it, in the same transaction. */
public record DocumentPurged(EngagementId engagement, UUID document) implements DomainEvent {}
