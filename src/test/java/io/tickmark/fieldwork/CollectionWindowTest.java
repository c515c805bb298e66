package io.tickmark.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectionWindowTest {

    @Test
    void thePeriodIsCoveredWithoutGapOrOverlap() {
        List<CollectionWindow> windows =
                CollectionWindow.all(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-07-15"), Period.ofMonths(1));
        assertThat(windows.get(0).from()).isEqualTo("2026-01-31");
        assertThat(windows.get(windows.size() - 1).to()).isEqualTo("2026-07-15");
        for (int i = 1; i < windows.size(); i++) {
            assertThat(windows.get(i).from()).isEqualTo(windows.get(i - 1).to().plusDays(1));
        }
    }

    @Test
    void windowsKeepToTheDayOnWhichThePeriodBegan() {
        assertThat(CollectionWindow.all(
                        LocalDate.parse("2026-01-31"), LocalDate.parse("2026-04-29"), Period.ofMonths(1)))
                .containsExactly(
                        window("2026-01-31", "2026-02-27"),
                        window("2026-02-28", "2026-03-30"),
                        window("2026-03-31", "2026-04-29"));
    }

    @Test
    void aYearHasFourQuarters() {
        assertThat(CollectionWindow.all(
                        LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"), Period.ofMonths(3)))
                .extracting(CollectionWindow::to)
                .containsExactly(
                        LocalDate.parse("2026-03-31"),
                        LocalDate.parse("2026-06-30"),
                        LocalDate.parse("2026-09-30"),
                        LocalDate.parse("2026-12-31"));
    }

    private static CollectionWindow window(String from, String to) {
        return new CollectionWindow(LocalDate.parse(from), LocalDate.parse(to));
    }
}
