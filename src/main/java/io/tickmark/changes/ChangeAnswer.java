package io.tickmark.changes;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change as the API shows it; people by username.
 *
 * @param state one of {@code asked approved refused applied withdrawn}
 * @param formerPeriodEnd the end the period had when another was asked for
 * @param team the roles that change hands, each with everybody who is to hold it; empty but for a change of team
 * @param neededBy by when a change of terms wants the report, or null
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
        Map<String, List<@Nullable String>> team,
        @Nullable LocalDate neededBy,
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
                team(change, people),
                change.neededBy(),
                change.state().word(),
                username(change.askedBy(), people),
                change.askedAt(),
                username(change.decidedBy(), people),
                change.decidedAt(),
                change.decisionReason(),
                change.endedAt());
    }

    private static Map<String, List<@Nullable String>> team(ChangeRequest change, Map<PersonId, Actor> people) {
        Map<String, List<@Nullable String>> team = new LinkedHashMap<>();
        change.team().roles().forEach((role, holders) -> {
            List<@Nullable String> names = new ArrayList<>();
            holders.forEach(person -> names.add(username(person, people)));
            team.put(role, names);
        });
        return team;
    }

    private static @Nullable String username(@Nullable PersonId id, Map<PersonId, Actor> people) {
        Actor person = id == null ? null : people.get(id);
        return person == null ? null : person.username();
    }
}
