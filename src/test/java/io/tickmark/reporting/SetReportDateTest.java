package io.tickmark.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.engagement.Category;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportType;
import io.tickmark.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetReportDateTest {

    private static final LocalDate PERIOD_END = LocalDate.of(2026, 6, 30);
    private static final LocalDate LAST_WORK = LocalDate.of(2026, 7, 20);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 7);

    private static List<Refusal> refusals(LocalDate date) {
        ReportPlan report =
                ReportPlan.typeTwo(ReportType.SOC2, List.of(Category.SECURITY), PERIOD_END.minusYears(1), PERIOD_END);
        return SetReportDate.refusals(date, report, LAST_WORK, TODAY);
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

    @Test
    void aTypeOneIsDatedOnOrAfterItsDate() {
        ReportPlan report = ReportPlan.typeOne(ReportType.SOC2, List.of(Category.SECURITY), LAST_WORK);
        assertThat(SetReportDate.refusals(LAST_WORK, report, LAST_WORK, TODAY)).isEmpty();
        assertThat(SetReportDate.refusals(LAST_WORK.minusDays(1), report, LAST_WORK, TODAY))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.message()).contains("the date that it speaks of, 2026-07-20"));
    }
}
