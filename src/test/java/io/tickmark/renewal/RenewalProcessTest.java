package io.tickmark.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.engagement.AttestationType;
import io.tickmark.engagement.Category;
import io.tickmark.engagement.Practices;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportType;
import io.tickmark.workflow.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
        assertThat(RenewalProcess.proposedEnd(period(start, end), Practices.usual()))
                .isEqualTo(proposed);
    }

    @Test
    void aTypeOneIsFollowedByATypeTwoFromTheNextDayOrByAnotherTypeOne() {
        ReportPlan last = ReportPlan.typeOne(ReportType.SOC2, List.of(Category.SECURITY), LocalDate.of(2026, 6, 30));
        ReportPlan typeTwo = RenewalProcess.next(last, answers("{}"), Practices.usual());
        assertThat(typeTwo.attestationType()).isEqualTo(AttestationType.TYPE_II);
        assertThat(typeTwo.start()).isEqualTo("2026-07-01");
        assertThat(typeTwo.end()).isEqualTo("2026-12-31");
        ReportPlan typeOne =
                RenewalProcess.next(last, answers("{\"nextAttestationType\": \"TYPE_I\"}"), Practices.usual());
        assertThat(typeOne.attestationType()).isEqualTo(AttestationType.TYPE_I);
        assertThat(typeOne.end()).isEqualTo("2027-06-30");
        assertThat(typeOne.periodStart()).isNull();
    }

    @Test
    void howLongTheFirstPeriodIsProposedTheFirmSettles() {
        ReportPlan last = ReportPlan.typeOne(ReportType.SOC2, List.of(Category.SECURITY), LocalDate.of(2026, 6, 30));
        assertThat(RenewalProcess.proposedEnd(last, Practices.with(Map.of("first-period-months", "3"))))
                .isEqualTo("2026-09-30");
    }

    private static Answers answers(String json) {
        return new Answers((ObjectNode) JsonMapper.shared().readTree(json));
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
