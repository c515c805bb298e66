package io.tickmark.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PracticeTest {

    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final ReportPlan TYPE_ONE = ReportPlan.typeOne(ReportType.SOC2, List.of(Category.SECURITY), LAST);
    private static final ReportPlan YEAR =
            ReportPlan.typeTwo(ReportType.SOC2, List.of(Category.SECURITY), LocalDate.of(2026, 1, 1), LAST);
    private static final ReportPlan QUARTER =
            ReportPlan.typeTwo(ReportType.SOC2, List.of(Category.SECURITY), LocalDate.of(2026, 10, 1), LAST);

    @Test
    void withNothingConfiguredItIsWhatIsUsual() {
        Practice usual = Practices.usual();
        assertThat(usual.fieldworkStart(YEAR)).isEqualTo("2026-01-01");
        assertThat(usual.fieldworkStart(TYPE_ONE)).isEqualTo("2026-12-03");
        assertThat(usual.renewalDue(TYPE_ONE)).isEqualTo("2027-09-30");
        assertThat(usual.renewalDue(YEAR)).isEqualTo("2026-10-02");
        assertThat(usual.renewalDue(QUARTER)).isEqualTo("2026-11-16");
    }

    @Test
    void aFirmMaySettleItOtherwise() {
        Practice own = Practices.with(
                Map.of("type-one-lead-days", "14", "renewal-lead-days", "30", "type-one-renewal-months", "6"));
        assertThat(own.fieldworkStart(TYPE_ONE)).isEqualTo("2026-12-17");
        assertThat(own.renewalDue(TYPE_ONE)).isEqualTo("2027-06-30");
        assertThat(own.renewalDue(YEAR)).isEqualTo("2026-12-01");
    }

    @Test
    void whatMakesNoSenseIsRefusedAtTheStart() {
        assertThatThrownBy(() -> Practices.with(Map.of("assembly-days", "0")))
                .hasRootCauseMessage("tickmark.practice.assembly-days is a number from 1 on, not 0");
    }
}
