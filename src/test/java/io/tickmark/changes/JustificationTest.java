package io.tickmark.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JustificationTest {

    private static final LocalDate END = LocalDate.parse("2027-12-31");
    private static final LocalDate TODAY = LocalDate.parse("2027-06-01");

    @ParameterizedTest
    @CsvSource({"PERIOD, OTHER", "SCOPE, COMPONENT_REMOVED", "TERMS, PERIOD_CHANGED"})
    void leavingSomethingOutWhileDeviationsAreOnFileIsWarnedOf(ChangeKind kind, ChangeReason reason) {
        ChangeRequest change = change(kind, reason, kind == ChangeKind.PERIOD ? END.minusMonths(3) : null);
        assertThat(Justification.toWeigh(change, List.of("D-1", "D-2"), TODAY))
                .contains("D-1, D-2", "avoid a qualified opinion");
        assertThat(Justification.toWeigh(change, List.of(), TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SCOPE, COMPONENT_ADDED", "METHOD, SUBSERVICE_ACCESS_LOST", "TEAM, OTHER"})
    void otherChangesAreNot(ChangeKind kind, ChangeReason reason) {
        assertThat(Justification.toWeigh(change(kind, reason, null), List.of("D-1"), TODAY))
                .isEmpty();
    }

    @Test
    void aPeriodThatIsOverAndGrowsBringsItsWorkBack() {
        ChangeRequest longer = change(ChangeKind.PERIOD, ChangeReason.OTHER, END.plusMonths(1));
        assertThat(Justification.toWeigh(longer, List.of(), END.plusDays(1))).contains("done again");
        assertThat(Justification.toWeigh(longer, List.of(), END)).isEmpty();
    }

    private static ChangeRequest change(ChangeKind kind, ChangeReason reason, @Nullable LocalDate newEnd) {
        return new ChangeRequest(
                EngagementId.next(),
                1,
                new NewChange(kind, reason, "Change", newEnd),
                newEnd == null ? null : END,
                new Actor(PersonId.next(), "ann", "Ann", null, Set.of()),
                Instant.EPOCH);
    }
}
