package io.tickmark.demo;

import static io.tickmark.demo.DemoStage.NOTHING;
import static io.tickmark.demo.DemoStage.phrase;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** A payroll service whose controls are measured against control objectives: a SOC 1 Type 2, and no further year. */
final class HarborpayStory {

    private final DemoStage stage;
    private final LocalDate end;
    private final LocalDate start;
    private final Plays plays = new Plays();

    HarborpayStory(DemoStage stage, LocalDate today) {
        this.stage = stage;
        this.end = YearMonth.from(today).minusMonths(4).atEndOfMonth();
        this.start = end.plusDays(1).minusMonths(6);
    }

    void enter(DemoAgenda agenda) {
        agenda.on(start.minusDays(48), "Harborpay asks for a SOC 1 on its payroll service", () -> {
            DemoPlay play = stage.propose(
                    DemoClient.HARBORPAY,
                    "Harborpay SOC 1 Type 2",
                    stage.script("harborpay"),
                    List.of(Map.of(
                            "reportType", "SOC1",
                            "attestationType", "TYPE_II",
                            "categories", List.of(),
                            "periodStart", start.toString(),
                            "periodEnd", end.toString())));
            plays.put("SOC 1", play);
            play.until(NOTHING);
        });
        agenda.on(end.minusDays(86), "", () -> plays.get("SOC 1")
                .until(phrase("AssessRisk", "PlanTests", "HoldWalkthroughs")));
        agenda.on(end.minusDays(18), "", () -> plays.get("SOC 1").until(phrase("ProvideEvidence")));
        agenda.on(end.plusDays(9), "Harborpay's controls are tested", () -> plays.get("SOC 1")
                .until(phrase("EvaluateFindings")));
        agenda.on(end.plusDays(36), "Harborpay's report is issued", () -> plays.get("SOC 1")
                .until(NOTHING));
    }
}
