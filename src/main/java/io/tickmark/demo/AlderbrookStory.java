package io.tickmark.demo;

import static io.tickmark.demo.DemoStage.NOTHING;
import static io.tickmark.demo.DemoStage.phrase;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * A client that grows into its reports: a SOC 2 Type I, a first Type II over three months that ends qualified, its
 * renewal over the following twelve on all categories with a SOC 3 beside it, and the year after that has just begun.
 */
final class AlderbrookStory {

    private final DemoStage stage;
    private final DemoScript script;

    /** Last day of the renewal's period; whole months, as firms choose them. */
    private final LocalDate end;

    private final LocalDate start;
    private final LocalDate firstStart;
    private final LocalDate asOf;
    private final Plays plays = new Plays();

    AlderbrookStory(DemoStage stage, LocalDate today) {
        this.stage = stage;
        this.script = stage.script("alderbrook");
        this.end = YearMonth.from(today).minusMonths(2).atEndOfMonth();
        this.start = end.plusDays(1).minusYears(1);
        this.firstStart = start.minusMonths(3);
        this.asOf = firstStart.minusMonths(10).minusDays(1);
    }

    void enter(DemoAgenda agenda) {
        typeOne(agenda);
        typeTwo(agenda);
        renewal(agenda);
    }

    private void typeOne(DemoAgenda agenda) {
        agenda.on(asOf.minusDays(57), "Alderbrook Archive asks for its first report, a SOC 2 Type I", () -> {
            DemoPlay play = stage.propose(
                    DemoClient.ALDERBROOK,
                    "Alderbrook Archive SOC 2 Type I",
                    script.with("typeOne"),
                    List.of(Map.of(
                            "reportType",
                            "SOC2",
                            "attestationType",
                            "TYPE_I",
                            "categories",
                            List.of("SECURITY"),
                            "asOf",
                            asOf.toString())));
            plays.put("Type I", play);
            play.until(NOTHING);
        });
        agenda.on(asOf.minusDays(12), "", () -> plays.get("Type I").until(NOTHING));
        agenda.on(asOf.plusDays(9), "", () -> plays.get("Type I").until(NOTHING));
        agenda.on(asOf.plusMonths(9).plusDays(4), "its first Type II, over three months, is agreed", () -> {
            DemoPlay first = plays.get("Type I")
                    .answering(
                            "PlanNextPeriod",
                            Map.of(
                                    "nextAttestationType", "TYPE_II",
                                    "nextPeriodFrom", firstStart.toString(),
                                    "nextPeriodEnd", start.minusDays(1).toString()));
            first.until(NOTHING);
            DemoPlay typeTwo = stage.renewalOf(first, DemoClient.ALDERBROOK, script.with("typeTwo"));
            plays.put("Type II", typeTwo);
            typeTwo.until(NOTHING);
        });
    }

    private void typeTwo(DemoAgenda agenda) {
        agenda.on(start.minusDays(18), "its requests go out, and its renewal is scoped", () -> {
            DemoPlay typeTwo =
                    plays.get("Type II").answering("PlanNextPeriod", Map.of("nextPeriodEnd", end.toString()));
            typeTwo.until(phrase("ProvideEvidence"));
            DemoPlay renewal = stage.renewalOf(typeTwo, DemoClient.ALDERBROOK, script.with("renewal"));
            plays.put("renewal", renewal);
            renewal.until(NOTHING);
        });
        agenda.on(start.plusDays(8), "two deviations are found", () -> plays.get("Type II")
                .until(phrase("EvaluateFindings")));
        agenda.on(start.plusDays(34), "its report is issued, qualified", () -> plays.get("Type II")
                .until(NOTHING));
    }

    private void renewal(DemoAgenda agenda) {
        agenda.on(end.minusDays(86), "Alderbrook Archive decides on the year after", () -> {
            DemoPlay renewal = plays.get("renewal");
            renewal.until(phrase("AssessRisk", "PlanTests", "HoldWalkthroughs"));
            DemoPlay next = stage.renewalOf(renewal, DemoClient.ALDERBROOK, script.with("renewal"))
                    .answering("PlanTests", Map.of("requestsDueIn", 90));
            plays.put("next", next);
            next.until(NOTHING);
        });
        agenda.on(end.minusDays(20), "", () -> plays.get("renewal").until(phrase("ProvideEvidence")));
        agenda.on(end.plusDays(8), "the renewal is tested on all five categories", () -> {
            plays.get("renewal").until(phrase("EvaluateFindings"));
            plays.get("next").until(phrase("ProvideEvidence"));
        });
        agenda.on(end.plusDays(29), "its SOC 2 and its SOC 3 are issued", () -> plays.get("renewal")
                .until(NOTHING));
    }
}
