package io.tickmark.demo;

import static io.tickmark.demo.DemoStage.NOTHING;
import static io.tickmark.demo.DemoStage.phrase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The audits to work on: a finished year and its renewal in fieldwork, and one engagement in each other phase. Everything
 * is done through the public API, by the people who would do it.
 */
final class DemoStory {

    private final DemoStage stage;
    private final LocalDate today;
    private final Plays plays = new Plays();

    DemoStory(DemoStage stage, LocalDate today) {
        this.stage = stage;
        this.today = today;
    }

    void enter(DemoAgenda agenda) {
        lastYear(agenda);
        fabrikam(agenda);
        agenda.on(daysAgo(12), "this year's requests go out, some are answered, one comes back", () -> {
            plays.get("renewal").answering("PlanTests", Map.of("requestsDueIn", 14));
            plays.get("renewal")
                    .until(phrase("ProvideEvidence", "ArrangeObservation", "DecideRenewal", "HoldWalkthroughs"));
        });
        agenda.on(daysAgo(6), "", this::someAnswers);
        agenda.on(
                daysAgo(6),
                "others are proposed, scoped, prepared, declined, suspended and withdrawn",
                this::beginnings);
    }

    private void lastYear(DemoAgenda agenda) {
        agenda.on(daysAgo(420), "last year's audit of Northwind is scoped", () -> {
            plays.put("finished", northwind("Northwind SOC 2 Type II, last year", 390, 151, DemoWords.LAST_YEAR));
            plays.get("finished").until(phrase("DecideRenewal"));
        });
        agenda.on(
                daysAgo(380), "its period runs; evidence comes in and controls are tested", () -> plays.get("finished")
                        .answering("TestControl#3", DemoWords.DEVIATION)
                        .answering("ReviewEvidence#4", DemoWords.RETURNED)
                        .until(phrase("DecideRenewal")));
        agenda.on(daysAgo(240), "its renewal is decided and scoped", () -> {
            plays.get("finished").until(NOTHING);
            DemoPlay renewal = stage.renewalOf(plays.get("finished"), DemoClient.NORTHWIND, DemoScript.none());
            plays.put("renewal", renewal);
            renewal.until(phrase("AssessRisk", "PlanTests", "DecideRenewal"));
        });
        agenda.on(daysAgo(148), "last year's report is issued and its file locked", () -> plays.get("finished")
                .until(NOTHING));
    }

    private void fabrikam(DemoAgenda agenda) {
        agenda.on(daysAgo(215), "two audits of Fabrikam run through their periods", () -> {
            plays.put("reporting", fabrikam("Fabrikam SOC 2 Type II, first", 205, 45));
            plays.put("issued", fabrikam("Fabrikam warehouse service SOC 2", 210, 75));
            plays.get("reporting").until(phrase("DecideRenewal"));
            plays.get("issued").until(phrase("DecideRenewal"));
        });
        agenda.on(daysAgo(190), "", () -> {
            plays.get("reporting").until(phrase("DecideRenewal"));
            plays.get("issued").until(phrase("DecideRenewal"));
        });
        agenda.on(daysAgo(70), "", () -> plays.get("issued")
                .until(phrase("DecideRenewal", "AssembleFile", "DecideBridgeLetter")));
        agenda.on(daysAgo(40), "", () -> plays.get("reporting")
                .until(phrase("CheckDraft", "DecideRenewal", "DecideBridgeLetter")));
    }

    private void someAnswers() {
        DemoPlay renewal = plays.get("renewal")
                .answering("ReviewEvidence", Map.of())
                .answering("ReviewEvidence#2", DemoWords.RETURNED);
        renewal.some(phrase("DecideRenewal", "ReviewEvidence"), Set.of("ProvideEvidence"), 7);
        renewal.some(phrase("DecideRenewal", "ProvideEvidence"), Set.of("ReviewEvidence"), 4);
    }

    private void beginnings() {
        fabrikam("Fabrikam returns portal SOC 2", -30, -212);
        northwind("Northwind payments service SOC 2", -45, -227).until(phrase("DescribeSystem", "RecordInventory"));
        northwind("Northwind analytics SOC 2", -40, -222).until(phrase("DescribeNeed"));
        northwind("Northwind mobile app SOC 2", -60, -242).until(phrase("AssessControls"));
        northwind("Northwind marketplace SOC 2", -75, -257)
                .inFullScope()
                .answering("AssessControls", Map.of("needsWork", List.of("ACC-01", "ACC-02", "ORG-07")))
                .until(phrase("PlanRemediation"));
        fabrikam("Fabrikam pilot SOC 2", -20, -202)
                .answering(
                        "DecideProposal",
                        Map.of(
                                "proposalDecision",
                                "decline",
                                "proposalReason",
                                "The pilot ends before a period could be covered."))
                .until(NOTHING);
        DemoPlay suspended = northwind("Northwind data hub SOC 2", -50, -232);
        suspended.until(phrase("DescribeNeed"));
        suspended.lead("suspend", "A merger is under way; the client asked to wait for its outcome.");
        DemoPlay withdrawn = fabrikam("Fabrikam legacy platform SOC 2", -35, -217);
        withdrawn.until(phrase("DescribeNeed"));
        withdrawn.lead("withdraw", "The platform is being retired; no report is needed any more.");
    }

    private DemoPlay northwind(String title, int startDaysAgo, int endDaysAgo) {
        return northwind(title, startDaysAgo, endDaysAgo, DemoWords.NORTHWIND);
    }

    private DemoPlay northwind(String title, int startDaysAgo, int endDaysAgo, List<String> controls) {
        return propose(DemoClient.NORTHWIND, title, startDaysAgo, endDaysAgo, controls);
    }

    private DemoPlay fabrikam(String title, int startDaysAgo, int endDaysAgo) {
        return propose(DemoClient.FABRIKAM, title, startDaysAgo, endDaysAgo, DemoWords.FABRIKAM);
    }

    /** Proposes an engagement; days count back from today, so that negative ones lie ahead. */
    private DemoPlay propose(DemoClient client, String title, int startDaysAgo, int endDaysAgo, List<String> controls) {
        return stage.propose(
                        client,
                        title,
                        DemoScript.none(),
                        List.of(Map.of(
                                "reportType", "SOC2",
                                "attestationType", "TYPE_II",
                                "categories", List.of("SECURITY"),
                                "periodStart", daysAgo(startDaysAgo).toString(),
                                "periodEnd", daysAgo(endDaysAgo).toString())))
                .answering("DefineScope", Map.of("controls", controls));
    }

    private LocalDate daysAgo(int days) {
        return today.minusDays(days);
    }
}
