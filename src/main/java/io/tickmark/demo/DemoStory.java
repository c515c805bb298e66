package io.tickmark.demo;

import io.tickmark.kernel.ClientId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What happens in the demo world, in the order of the calendar: a finished year, its renewal in fieldwork, and one
 * engagement in each other phase. Everything is done through the public API, by the people who would do it.
 */
final class DemoStory {

    private static final List<String> FIRM = List.of("partner", "manager", "senior", "staff", "reviewer", "pm");
    private static final List<String> NORTHWIND = List.of("sponsor", "compliance", "engineer", "hr");
    private static final List<String> FABRIKAM = List.of("sponsor2", "compliance2", "engineer2");
    private static final Predicate<JsonNode> NOTHING = task -> false;

    private final DemoCaller api;
    private final Map<String, ClientId> clients;
    private final LocalDate today;
    private final IntConsumer moveToDaysBeforeToday;
    private final Runnable settle;
    private final Consumer<String> progress;

    DemoStory(
            DemoCaller api,
            Map<String, ClientId> clients,
            LocalDate today,
            IntConsumer moveToDaysBeforeToday,
            Runnable settle,
            Consumer<String> progress) {
        this.api = api;
        this.clients = clients;
        this.today = today;
        this.moveToDaysBeforeToday = moveToDaysBeforeToday;
        this.settle = settle;
        this.progress = progress;
    }

    void play() {
        progress.accept("last year's audit of Northwind is scoped");
        DemoPlay finished = engagement("Northwind", "Northwind SOC 2 Type II, last year", 390, 151);
        finished.until(phrase("DecideRenewal"));
        moveToDaysBeforeToday.accept(380);
        progress.accept("its period runs; evidence comes in and controls are tested");
        finished.answering("TestControl#3", DemoWords.DEVIATION).answering("ReviewEvidence#4", DemoWords.RETURNED);
        finished.until(phrase("DecideRenewal"));

        moveToDaysBeforeToday.accept(240);
        finished.until(NOTHING);
        progress.accept("its renewal is decided and scoped");
        DemoPlay renewal = renewalOf(finished);
        renewal.until(phrase("AssessRisk", "PlanTests", "DecideRenewal"));

        moveToDaysBeforeToday.accept(215);
        DemoPlay reporting = engagement("Fabrikam", "Fabrikam SOC 2 Type II, first", 205, 45);
        DemoPlay issued = engagement("Fabrikam", "Fabrikam warehouse service SOC 2", 210, 75);
        reporting.until(phrase("DecideRenewal"));
        issued.until(phrase("DecideRenewal"));
        moveToDaysBeforeToday.accept(190);
        progress.accept("two audits of Fabrikam run through their periods");
        reporting.until(phrase("DecideRenewal"));
        issued.until(phrase("DecideRenewal"));

        moveToDaysBeforeToday.accept(148);
        progress.accept("last year's report is issued and its file locked");
        finished.until(NOTHING);
        moveToDaysBeforeToday.accept(70);
        issued.until(phrase("DecideRenewal", "AssembleFile", "DecideBridgeLetter"));

        moveToDaysBeforeToday.accept(40);
        reporting.until(phrase("CheckDraft", "DecideRenewal", "DecideBridgeLetter"));

        moveToDaysBeforeToday.accept(12);
        progress.accept("this year's requests go out, some are answered, one comes back");
        renewal.answering("PlanTests", Map.of("requestsDueIn", 14));
        renewal.until(phrase("ProvideEvidence", "ArrangeObservation", "DecideRenewal", "HoldWalkthroughs"));
        moveToDaysBeforeToday.accept(6);
        renewal.answering("ReviewEvidence", Map.of());
        renewal.answering("ReviewEvidence#2", DemoWords.RETURNED);
        renewal.some(phrase("DecideRenewal", "ReviewEvidence"), Set.of("ProvideEvidence"), 7);
        renewal.some(phrase("DecideRenewal", "ProvideEvidence"), Set.of("ReviewEvidence"), 4);

        progress.accept("others are proposed, scoped, prepared, declined, suspended and withdrawn");
        beginnings();
        moveToDaysBeforeToday.accept(0);
    }

    private void beginnings() {
        engagement("Fabrikam", "Fabrikam returns portal SOC 2", -30, -212);
        DemoPlay scoping = engagement("Northwind", "Northwind payments service SOC 2", -45, -227);
        scoping.until(phrase("DescribeSystem", "RecordInventory"));
        DemoPlay described = engagement("Northwind", "Northwind analytics SOC 2", -40, -222);
        described.until(phrase("DescribeNeed"));
        DemoPlay readiness = engagement("Northwind", "Northwind mobile app SOC 2", -60, -242);
        readiness.until(phrase("AssessControls"));
        DemoPlay remediation = engagement("Northwind", "Northwind marketplace SOC 2", -75, -257);
        remediation
                .inFullScope()
                .answering("AssessControls", Map.of("needsWork", List.of("ACC-01", "ACC-02", "ORG-07")));
        remediation.until(phrase("PlanRemediation"));
        DemoPlay declined = engagement("Fabrikam", "Fabrikam pilot SOC 2", -20, -202);
        declined.answering(
                "DecideProposal",
                Map.of(
                        "proposalDecision",
                        "decline",
                        "proposalReason",
                        "The pilot ends before a period could be covered."));
        declined.until(NOTHING);
        DemoPlay suspended = engagement("Northwind", "Northwind data hub SOC 2", -50, -232);
        suspended.until(phrase("DescribeNeed"));
        suspended.lead("suspend", "A merger is under way; the client asked to wait for its outcome.");
        DemoPlay withdrawn = engagement("Fabrikam", "Fabrikam legacy platform SOC 2", -35, -217);
        withdrawn.until(phrase("DescribeNeed"));
        withdrawn.lead("withdraw", "The platform is being retired; no report is needed any more.");
    }

    /** Proposes an engagement; days count back from today, so that negative ones lie ahead. */
    private DemoPlay engagement(String client, String title, int periodStartDaysAgo, int periodEndDaysAgo) {
        Map<String, Object> team = new LinkedHashMap<>(Map.of(
                "audit-partner", "partner",
                "audit-manager", "manager",
                "audit-senior", "senior",
                "audit-staff", "staff",
                "quality-reviewer", "reviewer",
                "project-manager", "pm"));
        boolean northwind = client.equals("Northwind");
        team.put("client-sponsor", northwind ? "sponsor" : "sponsor2");
        team.put("client-compliance", northwind ? "compliance" : "compliance2");
        team.put("control-owner", northwind ? List.of("engineer", "hr") : List.of("engineer2"));
        JsonNode created = api.post(
                "manager",
                "/api/engagements",
                Map.of(
                        "client",
                        String.valueOf(clients.get(client)),
                        "title",
                        title,
                        "reports",
                        List.of(Map.of(
                                "reportType", "SOC2",
                                "attestationType", "TYPE_II",
                                "categories", List.of("SECURITY"),
                                "periodStart",
                                        today.minusDays(periodStartDaysAgo).toString(),
                                "periodEnd", today.minusDays(periodEndDaysAgo).toString())),
                        "team",
                        team));
        return play(created.path("id").asString(), northwind)
                .answering(
                        "DefineScope",
                        Map.of(
                                "controls",
                                DemoWords.CONTROLS.get(northwind ? title.endsWith("last year") ? 0 : 1 : 2)));
    }

    private DemoPlay renewalOf(DemoPlay finished) {
        return play(finished.next(), true);
    }

    private DemoPlay play(String engagement, boolean northwind) {
        List<String> cast = new ArrayList<>(northwind ? NORTHWIND : FABRIKAM);
        cast.addAll(FIRM);
        return new DemoPlay(api, settle, engagement, cast);
    }

    private static Predicate<JsonNode> phrase(String... phrases) {
        Set<String> left = Set.of(phrases);
        return task -> left.contains(task.path("key").asString().replaceFirst("^UserTask_", ""));
    }
}
