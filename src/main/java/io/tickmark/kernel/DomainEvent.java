package io.tickmark.kernel;

/** Something that happened in an engagement, told to other modules inside the same transaction; past tense, immutable. */
public interface DomainEvent {

    EngagementId engagement();
}
