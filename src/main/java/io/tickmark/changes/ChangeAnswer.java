package io.tickmark.changes;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change as the API shows it; people by username.
 *
 * @param state one of {@code asked approved refused applied withdrawn}
 * @param formerPeriodEnd the end the period had when another was asked for
 * @param endedAt when it was refused, applied or withdrawn
 */
record ChangeAnswer(
        UUID id,
        String reference,
        ChangeKind kind,
        ChangeReason reasonCode,
        String description,
        @Nullable LocalDate formerPeriodEnd,
        @Nullable LocalDate newPeriodEnd,
        String state,
        @Nullable String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable Instant endedAt) {

    static ChangeAnswer of(ChangeRequest change, Map<PersonId, Actor> people) {
        return new ChangeAnswer(
                change.id(),
                change.reference(),
                change.kind(),
                change.reasonCode(),
                change.description(),
                change.formerPeriodEnd(),
                change.newPeriodEnd(),
                change.state().word(),
                username(change.askedBy(), people),
                change.askedAt(),
                username(change.decidedBy(), people),
                change.decidedAt(),
                change.decisionReason(),
                change.endedAt());
    }

    private static @Nullable String username(@Nullable PersonId id, Map<PersonId, Actor> people) {
        Actor person = id == null ? null : people.get(id);
        return person == null ? null : person.username();
    }
}
