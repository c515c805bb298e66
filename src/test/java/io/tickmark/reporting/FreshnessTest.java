package io.tickmark.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.engagement.AttestationType;
import io.tickmark.engagement.Practice;
import io.tickmark.engagement.Practices;
import io.tickmark.engagement.ReportType;
import io.tickmark.kernel.EngagementId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
    private static final Instant ISSUED = Instant.parse("2026-08-10T09:00:00Z");

    @Test
    void aReportIsUsuallyReadForTwelveMonthsFromItsIssue() {
        assertThat(until(ReportState.ISSUED, ISSUED, Practices.usual())).isEqualTo("2027-08-10");
        assertThat(until(ReportState.REVISED, ISSUED, Practices.usual())).isEqualTo("2027-08-10");
    }

    @Test
    void theFirmMayCountFromAnotherDay() {
        assertThat(until(ReportState.ISSUED, ISSUED, Practices.with(Map.of("fresh-from", "report-date"))))
                .isEqualTo("2027-08-07");
        assertThat(until(
                        ReportState.ISSUED,
                        ISSUED,
                        Practices.with(Map.of("fresh-from", "last-day", "fresh-months", "6"))))
                .isEqualTo("2026-12-30");
    }

    @Test
    void aDraftAndARecalledReportAreNotCurrent() {
        assertThat(until(ReportState.DRAFT, null, Practices.usual())).isNull();
        assertThat(until(ReportState.RECALLED, ISSUED, Practices.usual())).isNull();
    }

    private static @Nullable LocalDate until(ReportState state, @Nullable Instant issued, Practice practice) {
        var report = new ReportFacts(
                UUID.randomUUID(),
                EngagementId.next(),
                UUID.randomUUID(),
                ReportType.SOC2,
                AttestationType.TYPE_II,
                state,
                "UNMODIFIED",
                1,
                LocalDate.of(2026, 8, 7),
                null,
                null,
                issued,
                UUID.randomUUID(),
                null,
                1);
        return Freshness.until(report, LAST_DAY, practice);
    }
}
