package io.tickmark.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetReportDateTest {

    private static final LocalDate PERIOD_END = LocalDate.of(2026, 6, 30);
    private static final LocalDate LAST_WORK = LocalDate.of(2026, 7, 20);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 7);

    private static List<Refusal> refusals(LocalDate date) {
        return SetReportDate.refusals(date, PERIOD_END, LAST_WORK, TODAY);
    }

    @Test
    void theDayOfTheLastWorkWillDo() {
        assertThat(refusals(LAST_WORK)).isEmpty();
        assertThat(refusals(TODAY)).isEmpty();
    }

    @Test
    void aDateWithinThePeriodIsRefused() {
        assertThat(refusals(PERIOD_END)).singleElement().satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo("reportDate");
            assertThat(refusal.message()).contains("2026-06-30");
        });
    }

    @Test
    void aDateBeforeTheLastWorkIsRefused() {
        assertThat(refusals(LAST_WORK.minusDays(1))).singleElement().satisfies(refusal -> assertThat(refusal.message())
                .contains("2026-07-20"));
    }

    @Test
    void aDateAheadIsRefused() {
        assertThat(refusals(TODAY.plusDays(1))).singleElement().satisfies(refusal -> assertThat(refusal.message())
                .contains("2026-08-07 at the latest"));
    }
}
