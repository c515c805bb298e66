package io.tickmark.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionMoveTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 2026-05-10, 2026-06-30",
        "2026-06-10, 2026-05-10, 2026-06-10",
        "2026-05-01, 2026-05-10, 2026-05-01",
        "2026-12-31, 2026-06-30, 2026-09-30"
    })
    void theCollectionWaitedForIsTheFirstOneThatIsNotOver(LocalDate end, LocalDate today, LocalDate next) {
        var windows = CollectionWindow.all(LocalDate.parse("2026-01-01"), end, Period.ofMonths(3));
        assertThat(CollectionMove.next(windows, today)).isEqualTo(next);
    }
}
