package io.tickmark.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportRulesTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final List<Category> SECURITY = List.of(Category.SECURITY);
    private static final ReportPlan SOC_2 = ReportPlan.typeTwo(ReportType.SOC2, SECURITY, START, END);

    private static List<String> refused(ReportPlan... reports) {
        List<Refusal> refusals = new ArrayList<>();
        ReportRules.check(List.of(reports), refusals);
        return refusals.stream().map(Refusal::field).toList();
    }

    @Test
    void everyShapeOfReportMayBePlanned() {
        assertThat(refused(SOC_2)).isEmpty();
        assertThat(refused(ReportPlan.typeOne(ReportType.SOC2, SECURITY, END))).isEmpty();
        assertThat(refused(ReportPlan.typeTwo(ReportType.SOC1, List.of(), START, END)))
                .isEmpty();
        assertThat(refused(ReportPlan.typeOne(ReportType.SOC1, List.of(), END))).isEmpty();
        assertThat(refused(ReportPlan.typeTwo(ReportType.SOC3, SECURITY, START, END)))
                .isEmpty();
        assertThat(refused(SOC_2, SOC_2.publicOne())).isEmpty();
    }

    @Test
    void aDateAndAPeriodExcludeEachOther() {
        assertThat(refused(new ReportPlan(
                        UUID.randomUUID(), ReportType.SOC2, AttestationType.TYPE_I, SECURITY, START, END, null)))
                .containsExactly("reports[0].asOf", "reports[0].periodStart");
        assertThat(refused(new ReportPlan(
                        UUID.randomUUID(), ReportType.SOC2, AttestationType.TYPE_II, SECURITY, START, END, END)))
                .containsExactly("reports[0].asOf");
    }

    @Test
    void thereIsNoSocThreeAtOneDate() {
        assertThat(refused(ReportPlan.typeOne(ReportType.SOC3, SECURITY, END)))
                .containsExactly("reports[0].attestationType");
    }

    @Test
    void aSocOneHasNoCategoriesAndTheOthersHaveSecurity() {
        assertThat(refused(ReportPlan.typeTwo(ReportType.SOC1, SECURITY, START, END)))
                .containsExactly("reports[0].categories");
        assertThat(refused(ReportPlan.typeTwo(ReportType.SOC3, List.of(Category.PRIVACY), START, END)))
                .containsExactly("reports[0].categories");
    }

    @Test
    void besideASocTwoStandsOnlyTheSocThreeOfItsTests() {
        assertThat(refused(SOC_2, SOC_2)).containsExactly("reports[1].reportType");
        assertThat(refused(SOC_2.publicOne(), SOC_2)).containsExactly("reports[1].reportType");
        assertThat(refused(SOC_2, ReportPlan.typeTwo(ReportType.SOC3, SECURITY, START, END.minusDays(1))))
                .containsExactly("reports[1].periodEnd");
        assertThat(refused(SOC_2, SOC_2.publicOne(), SOC_2.publicOne())).containsExactly("reports[2].reportType");
    }

    @Test
    void aTypeOneIsDatedFromItsDayOnAndATypeTwoAfterItsPeriod() {
        assertThat(ReportPlan.typeOne(ReportType.SOC2, SECURITY, END).datedFrom())
                .isEqualTo(END);
        assertThat(SOC_2.datedFrom()).isEqualTo("2027-01-01");
    }
}
