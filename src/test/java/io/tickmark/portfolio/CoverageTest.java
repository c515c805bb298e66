package io.tickmark.portfolio;

import static io.tickmark.engagement.ReportType.SOC1;
import static io.tickmark.engagement.ReportType.SOC2;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);

    private static EngagementFacts audit(String title, ReportPlan... plans) {
        return new EngagementFacts(
                EngagementId.next(),
                ClientId.next(),
                title,
                "fieldwork",
                null,
                "bundle",
                List.of(plans),
                null,
                null,
                TODAY,
                0);
    }

    private static ReportPlan period(String from, String to) {
        return ReportPlan.typeTwo(SOC2, List.of(), LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Coverage of(EngagementFacts... audits) {
        return Coverage.of(List.of(audits), audit -> "Northwind", TODAY);
    }

    @Test
    void periodsThatFollowEachOtherLeaveNoGap() {
        Coverage coverage = of(
                audit("next", period("2026-07-01", "2027-06-30")), audit("this", period("2025-07-01", "2026-06-30")));
        assertThat(coverage.lines()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("SOC 2 Type II");
            assertThat(line.spans()).extracting(Coverage.Span::title).containsExactly("this", "next");
        });
    }

    @Test
    void daysThatNoReportSpeaksOfAreAGap() {
        Coverage coverage = of(
                audit("this", period("2025-08-01", "2026-03-31")), audit("next", period("2026-05-01", "2026-12-31")));
        Coverage.Span gap = coverage.lines().get(0).spans().get(1);
        assertThat(gap.kind()).isEqualTo("gap");
        assertThat(gap.from()).isEqualTo("2026-04-01");
        assertThat(gap.to()).isEqualTo("2026-04-30");
        assertThat(gap.engagement()).isNull();
    }

    @Test
    void kindsOfReportsHaveLinesOfTheirOwn() {
        Coverage coverage = of(audit(
                "both",
                period("2026-01-01", "2026-12-31"),
                ReportPlan.typeOne(SOC1, List.of(), LocalDate.parse("2026-06-30"))));
        assertThat(coverage.lines()).extracting(Coverage.Line::kind).containsExactly("SOC 1 Type 1", "SOC 2 Type II");
        Coverage.Span date = coverage.lines().get(0).spans().get(0);
        assertThat(date.kind()).isEqualTo("date");
        assertThat(date.width()).isEqualTo(8);
    }

    @Test
    void periodsThatOverlapStandBelowEachOther() {
        Coverage coverage = of(
                audit("one", period("2026-01-01", "2026-06-30")),
                audit("other", period("2026-03-01", "2026-09-30")),
                audit("next", period("2026-07-01", "2026-12-31")));
        assertThat(coverage.lines().get(0).spans())
                .extracting(Coverage.Span::lane)
                .containsExactly(0, 1, 0);
        assertThat(coverage.height())
                .isEqualTo(of(audit("one", period("2026-01-01", "2026-06-30"))).height() + 20);
    }

    @Test
    void whatReachesOverTheCalendarIsCutAtItsEdge() {
        Coverage.Span span = of(audit("long", period("2020-01-01", "2030-12-31")))
                .lines()
                .get(0)
                .spans()
                .get(0);
        assertThat(span.x()).isEqualTo(Coverage.LEFT);
        assertThat(span.x() + span.width()).isEqualTo(Coverage.WIDTH);
    }
}
