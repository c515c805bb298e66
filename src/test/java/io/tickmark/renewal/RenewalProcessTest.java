package io.tickmark.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.engagement.AttestationType;
import io.tickmark.engagement.Category;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalProcessTest {

    @Test
    void theNextPeriodStartsTheDayAfterTheLast() {
        assertThat(RenewalProcess.nextStart(period("2026-01-01", "2026-12-31"))).isEqualTo("2027-01-01");
        assertThat(RenewalProcess.nextStart(period("2027-03-01", "2028-02-28"))).isEqualTo("2028-02-29");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-12-31, 2027-12-31",
        "2026-01-01, 2026-11-30, 2027-11-30",
        "2026-01-01, 2026-03-31, 2026-06-30",
        "2025-11-01, 2026-10-31, 2027-10-31",
        "2026-05-10, 2026-05-20, 2026-06-20"
    })
    void itIsProposedAsLongAsTheLastAndAYearAfterAboutAYear(String start, String end, String proposed) {
        assertThat(RenewalProcess.proposedEnd(period(start, end))).isEqualTo(proposed);
    }

    private static ReportPlan period(String start, String end) {
        return new ReportPlan(
                UUID.randomUUID(),
                ReportType.SOC2,
                AttestationType.TYPE_II,
                List.of(Category.SECURITY),
                LocalDate.parse(start),
                LocalDate.parse(end),
                null);
    }
}
