package io.tickmark.scoping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.OpenTasks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class ScopingTest {

    private final int port;
    private final JsonMapper json;
    private final People people;
    private final Clients clients;

    ScopingTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients) {
        this.port = port;
        this.json = json;
        this.people = people;
        this.clients = clients;
    }

    private AuditWorld world(String... absent) {
        return new AuditWorld(port, json, people, clients, Set.of(absent));
    }

    @Test
    void aScopeIsCarriedFromTheNeedToTheFreeze() {
        AuditWorld world = world();
        world.importSampleControls();
        world.accepted(List.of("SECURITY", "AVAILABILITY"));

        String letter = world.task("audit-manager", "DraftEngagementLetter")
                .path("data")
                .path("letterText")
                .asString();
        assertThat(letter).contains("security and availability", "Northwind 🌬", "representation letter");
        world.kickedOff();

        JsonNode offered = world.task("client-compliance", "DefineScope").path("data");
        assertThat(offered.path("criterionOptions")).hasSize(36);
        assertThat(offered.path("controls").size())
                .isEqualTo(offered.path("controlOptions").size())
                .isBetween(50, 80);
        world.scopeDefined(Map.of(
                "boundaries",
                "The storage service",
                "controls",
                List.of("ORG-01", "ORG-02"),
                "notApplicable",
                List.of(Map.of("criterion", "A1.3", "reason", "Nothing to recover"))));

        JsonNode approval = world.task("audit-manager", "ApproveScope").path("data");
        assertThat(approval.path("boundaries").asString()).isEqualTo("The storage service");
        assertThat(approval.path("uncoveredCriteria").valueStream().map(row -> row.path("reference")
                        .asString()))
                .contains("CC6.1", "A1.1")
                .doesNotContain("CC1.1", "A1.3");
        world.done("audit-manager", "ApproveScope", Map.of("scopeDecision", "approve"));
        world.task("client-compliance", "ChooseReadiness");

        JsonNode scope = world.get("client-sponsor", "/api/engagements/" + world.engagement + "/scope")
                .body();
        assertThat(scope.path("frozen").asBoolean()).isTrue();
        assertThat(scope.path("categories").valueStream().map(JsonNode::asString))
                .containsExactly("SECURITY", "AVAILABILITY");
        assertThat(scope.path("controls").valueStream().map(c -> c.path("reference")
                        .asString()))
                .containsExactly("ORG-01", "ORG-02");
        assertThat(scope.path("criteria")).hasSize(36);
        assertThat(scope.path("uncovered").valueStream().map(JsonNode::asString))
                .contains("CC6.1")
                .doesNotContain("A1.3");
        assertThat(scope.path("inventory").get(0).path("name").asString()).isEqualTo("Ledger 📒");
        assertThat(world().get("client-sponsor", "/api/engagements/" + world.engagement + "/scope")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatTheLibraryBecomesLaterDoesNotChangeAFrozenScope() {
        AuditWorld world = world();
        world.frozen(List.of("SECURITY"));
        JsonNode before = world.get("audit-senior", "/api/engagements/" + world.engagement + "/scope")
                .body();
        byte[] changed = ("id,title,description,criteria,frequency,nature,evidence_requests\n"
                        + "ORG-01,Changed,d,CC9.2,annual,detective/manual,\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(world.importControls("client-compliance", changed).status()).isEqualTo(200);
        assertThat(world.get("audit-senior", "/api/engagements/" + world.engagement + "/scope")
                        .body())
                .isEqualTo(before);
    }

    @Test
    void aScopeThatIsReturnedComesBackWithItsReason() {
        AuditWorld world = world();
        world.importSampleControls();
        world.accepted(List.of("SECURITY"));
        world.kickedOff();
        world.scopeDefined(Map.of("boundaries", "All", "controls", List.of("ORG-01")));
        world.done(
                "audit-manager", "ApproveScope", Map.of("scopeDecision", "return", "scopeReason", "Where is hosting?"));
        JsonNode again = world.task("client-compliance", "DefineScope").path("data");
        assertThat(again.path("scopeReason").asString()).isEqualTo("Where is hosting?");
        assertThat(again.path("boundaries").asString()).isEqualTo("All");
        assertThat(again.path("controls")).hasSize(1);
    }

    @Test
    void aScopeNeedsKnownControlsAndReasonsForWhatDoesNotApply() {
        AuditWorld world = world();
        world.importSampleControls();
        world.accepted(List.of("SECURITY"));
        world.kickedOff();
        assertThat(define(world, Map.of("controls", List.of("NO-99"))).errorFields())
                .contains("controls");
        assertThat(define(world, Map.of("controls", List.of())).errorFields()).contains("controls");
        var twice = List.of(
                Map.of("criterion", "CC6.4", "reason", "No office"), Map.of("criterion", "CC6.4", "reason", "None"));
        assertThat(define(world, Map.of("notApplicable", twice)).errorFields())
                .containsExactly("notApplicable[1].criterion");
        assertThat(define(world, Map.of("notApplicable", List.of(Map.of("criterion", "P1.1", "reason", "x"))))
                        .errorFields())
                .containsExactly("notApplicable[0].criterion");
    }

    private static AuditWorld.Answer define(AuditWorld world, Map<String, ?> more) {
        Map<String, Object> data = new java.util.LinkedHashMap<>(more);
        data.put("boundaries", "All");
        AuditWorld.Answer answer = world.complete("client-compliance", "DefineScope", data);
        assertThat(answer.status()).as("%s", answer).isEqualTo(422);
        return answer;
    }

    @Test
    void aReportNeedsSecurityAndAPeriodThatEndsAfterItStarts() {
        AuditWorld world = world();
        world.done("audit-manager", "PrepareProposal", Map.of("understanding", "SaaS", "approach", "Type II"));
        world.done("client-sponsor", "DecideProposal", Map.of("proposalDecision", "accept"));
        world.done(
                "client-compliance",
                "DescribeNeed",
                Map.of("services", "S", "readers", "customers", "financialReporting", "no", "timeFrame", "period"));
        JsonNode task = world.task("audit-manager", "ConfirmReports");
        assertThat(task.path("data").path("proposedReport").asString()).isEqualTo("SOC2_TYPE_II");
        var bad = Map.of("categories", List.of("PRIVACY"), "periodStart", "2026-05-01", "periodEnd", "2026-04-30");
        AuditWorld.Answer answer = world.complete("audit-manager", task, bad);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorFields()).containsExactly("categories", "periodEnd");
        world.done("audit-manager", "ConfirmReports", Map.of());
        JsonNode report = world.get("audit-manager", "/api/engagements/" + world.engagement)
                .body()
                .path("reports")
                .get(0);
        assertThat(report.path("categories").get(0).asString()).isEqualTo("SECURITY");
        assertThat(report.path("period").asString()).isEqualTo("over");
    }

    @Test
    void aLicenceThatHasRunOutIsRefused() {
        AuditWorld world = world();
        world.done("audit-manager", "PrepareProposal", Map.of("understanding", "SaaS", "approach", "Type II"));
        world.done("client-sponsor", "DecideProposal", Map.of("proposalDecision", "accept"));
        world.done(
                "client-compliance",
                "DescribeNeed",
                Map.of("services", "S", "readers", "customers", "financialReporting", "no", "timeFrame", "period"));
        world.done("audit-manager", "ConfirmReports", Map.of());
        AuditWorld.Answer answer =
                world.complete("audit-partner", "ConfirmLicence", Map.of("licenceValidUntil", "2020-01-01"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorFields()).containsExactly("licenceValidUntil");
    }

    @Test
    void withAnAuditorWhoIsNotIndependentTheFirmCanOnlyDecline() {
        AuditWorld world = world("audit-senior", "quality-reviewer", "audit-staff");
        world.reportsConfirmed(List.of("SECURITY"));
        JsonNode mine = world.task("audit-partner", "ConfirmIndependence");
        assertThat(mine.path("assignee").asString()).isEqualTo(world.name("audit-partner"));
        assertThat(world.complete("audit-manager", mine, Map.of("independence", "independent", "signature", true))
                        .status())
                .isIn(403, 404, 409);
        world.done("audit-partner", "ConfirmIndependence", Map.of("independence", "independent", "signature", true));
        world.done(
                "audit-manager",
                "ConfirmIndependence",
                Map.of("independence", "not-independent", "relationships", "Shares", "signature", true));
        JsonNode acceptance = world.task("audit-partner", "AcceptEngagement");
        assertThat(acceptance.path("data").path("confirmations")).hasSize(2);
        AuditWorld.Answer refused = world.complete("audit-partner", acceptance, AuditWorld.acceptance("accept", "yes"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorFields()).containsExactly("acceptanceDecision", "qualityReviewNeeded");
        world.done("audit-partner", "AcceptEngagement", AuditWorld.acceptance("decline", "no"));
    }

    private static final Map<String, Object> INDEPENDENT = Map.of("independence", "independent", "signature", true);

    @Test
    void whoJoinsBeforeAcceptanceConfirmsForHimself() {
        AuditWorld world = world("quality-reviewer", "audit-staff");
        world.reportsConfirmed(List.of("SECURITY"));
        List.of("audit-partner", "audit-manager", "audit-senior")
                .forEach(role -> world.done(role, "ConfirmIndependence", INDEPENDENT));
        world.appoint(Map.of("audit-staff", world.name("audit-staff")));
        AuditWorld.Answer tooEarly =
                world.complete("audit-partner", "AcceptEngagement", AuditWorld.acceptance("accept", "no"));
        assertThat(tooEarly.errorFields()).containsExactly("acceptanceDecision");
        JsonNode his = world.task("audit-staff", "ConfirmIndependence");
        assertThat(his.path("process").asString("joining")).isEqualTo("joining");
        assertThat(his.path("assignee").asString()).isEqualTo(world.name("audit-staff"));
        assertThat(world.complete("audit-senior", his, INDEPENDENT).status()).isIn(403, 404);
        world.done("audit-staff", "ConfirmIndependence", INDEPENDENT);
        world.done("audit-partner", "AcceptEngagement", AuditWorld.acceptance("accept", "no"));
        world.appoint(Map.of("quality-reviewer", world.name("quality-reviewer")));
        world.done("quality-reviewer", "ConfirmIndependence", INDEPENDENT);
    }

    @Test
    void whoLeavesKeepsNobodyWaitingForHisConfirmation() {
        AuditWorld world = world("quality-reviewer", "audit-staff");
        world.reportsConfirmed(List.of("SECURITY"));
        world.done("audit-partner", "ConfirmIndependence", INDEPENDENT);
        world.done("audit-manager", "ConfirmIndependence", INDEPENDENT);
        world.task("audit-senior", "ConfirmIndependence");
        world.appoint(Map.of("audit-senior", world.name("audit-staff")));
        world.done("audit-staff", "ConfirmIndependence", INDEPENDENT);
        world.task("audit-partner", "AcceptEngagement");

        AuditWorld smaller = world("quality-reviewer", "audit-staff");
        smaller.reportsConfirmed(List.of("SECURITY"));
        smaller.done("audit-partner", "ConfirmIndependence", INDEPENDENT);
        smaller.done("audit-manager", "ConfirmIndependence", INDEPENDENT);
        smaller.appoint(Map.of("audit-senior", List.of()));
        smaller.done("audit-partner", "AcceptEngagement", AuditWorld.acceptance("accept", "no"));
        assertThat(smaller.get("audit-manager", "/api/engagements/" + smaller.engagement + "/trail?limit=200")
                        .body()
                        .toString())
                .contains("task-dispensed");
    }

    @Test
    void aLicenceThatRunsOutBeforeAcceptanceIsRenewedThere(@Autowired Clock clock) {
        AuditWorld world = world("quality-reviewer", "audit-staff");
        LocalDate today = LocalDate.now(clock);
        world.licence = Map.of("licenceValidUntil", today.toString());
        world.reportsConfirmed(List.of("SECURITY"));
        List.of("audit-partner", "audit-manager", "audit-senior")
                .forEach(role -> world.done(role, "ConfirmIndependence", INDEPENDENT));
        world.later("P2D");
        JsonNode acceptance = world.task("audit-partner", "AcceptEngagement");
        assertThat(acceptance.path("data").path("licenceValidFrom").asString())
                .isEqualTo(today.plusDays(1).toString());
        Map<String, Object> answers = new HashMap<>(AuditWorld.acceptance("accept", "no"));
        answers.put("licenceValidUntil", today.plusDays(1).toString());
        assertThat(world.complete("audit-partner", acceptance, answers).errorFields())
                .containsExactly("licenceValidUntil");
        answers.put("licenceValidUntil", today.plusYears(1).toString());
        world.done("audit-partner", "AcceptEngagement", answers);
    }

    @Test
    void whoDefinedAScopeDoesNotApproveIt(
            @Autowired ApproveScope approve, @Autowired OpenTasks openTasks, @Autowired People known) {
        AuditWorld world = world();
        world.importSampleControls();
        world.accepted(List.of("SECURITY"));
        world.kickedOff();
        world.scopeDefined(Map.of("boundaries", "The storage service"));
        JsonNode shown = world.task("audit-manager", "ApproveScope");
        OpenTask task = openTasks.find(shown.path("id").asString()).orElseThrow();
        Answers approves = new Answers(json.createObjectNode().put("scopeDecision", "approve"));
        assertThat(approve.validate(
                        task, known.named(world.name("client-compliance")).orElseThrow(), approves))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("scopeDecision"));
        assertThat(world.complete("client-compliance", shown, Map.of("scopeDecision", "approve"))
                        .status())
                .isIn(403, 404);
        world.done("audit-manager", "ApproveScope", Map.of("scopeDecision", "return", "scopeReason", "Where is it?"));
        assertThat(world.task("client-compliance", "DefineScope")
                        .path("data")
                        .path("scopeReason")
                        .asString())
                .isEqualTo("Where is it?");
    }
}
