package io.tickmark.changes;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param newPeriodEnd last day of the period as it is to be; given for a change of period and for no other
 * @param team roles that change hands; some for a change of team, none for any other
 * @param neededBy the day by which the report is to be there; for a change of terms only, or null
 */
record NewChange(
        ChangeKind kind,
        ChangeReason reasonCode,
        String description,
        @Nullable LocalDate newPeriodEnd,
        NewTeam team,
        @Nullable LocalDate neededBy) {

    NewChange(ChangeKind kind, ChangeReason reasonCode, String description, @Nullable LocalDate newPeriodEnd) {
        this(kind, reasonCode, description, newPeriodEnd, new NewTeam(Map.of()), null);
    }
}
