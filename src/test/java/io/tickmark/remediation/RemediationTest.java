package io.tickmark.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.FiledTask;
import io.tickmark.TickmarkTest;
import io.tickmark.Wait;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.Variable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class RemediationTest {

    private final AuditWorld world;

    RemediationTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients) {
        world = new AuditWorld(port, json, people, clients);
    }

    private void gaps(String... controls) {
        world.frozen(List.of("SECURITY"));
        world.done("client-compliance", "ChooseReadiness", Map.of("readinessWay", "self-assessment"));
        world.done(
                "client-compliance",
                "AssessControls",
                Map.of("needsWork", List.of(controls), "assessmentNotes", "Looked"));
        world.done("client-sponsor", "AgreeRoadmap", Map.of("roadmapDecision", "agree"));
    }

    @Test
    void aGapIsPlannedFixedReopenedFixedAgainAndClosed() {
        gaps("ORG-01");
        JsonNode plan = world.task("client-compliance", "PlanRemediation");
        assertThat(plan.path("subject").asString()).isEqualTo("G-1 ORG-01");
        assertThat(plan.path("data").path("gap").path("rating").asString()).isEqualTo("MODERATE");
        AuditWorld.Answer past = world.complete(
                "client-compliance", plan, Map.of("remediationWay", "fix", "plan", "p", "fixDue", "2001-01-01"));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.errorFields()).containsExactly("fixDue");
        world.done("client-compliance", "PlanRemediation", Map.of("remediationWay", "fix", "plan", "Chase the late ⏰"));
        assertThat(gap().path("state").asString()).isEqualTo("planned");

        fix("first.txt");
        assertThat(gap().path("state").asString()).isEqualTo("retesting");
        assertThat(gap().path("owner").asString()).isEqualTo(world.name("control-owner"));
        JsonNode retest = world.task("client-compliance", "RetestGap").path("data");
        assertThat(retest.path("proof").get(0).path("name").asString()).isEqualTo("first.txt");
        assertThat(retest.path("whatWasDone").asString()).isEqualTo("Done ✔");
        world.done(
                "client-compliance", "RetestGap", Map.of("retestDecision", "reopen", "retestNote", "Two are missing"));

        JsonNode again = world.task("control-owner", "FixGap").path("data");
        assertThat(again.path("retestNote").asString()).isEqualTo("Two are missing");
        assertThat(gap().path("state").asString()).isEqualTo("fixing");
        fix("second.txt");
        world.done("client-compliance", "RetestGap", Map.of("retestDecision", "closed", "retestNote", "Good"));
        assertThat(stateOf(0, "closed")).isTrue();
        assertThat(world.reached("Gaps closed")).isTrue();
    }

    @Test
    void whereReadinessFindsNoGapThereIsNothingToClose() {
        gaps();
        assertThat(world.reached("Gaps closed")).isTrue();
    }

    @Test
    void theEngagementWaitsForTheLastGapAndAnAcceptedRiskEndsOne() {
        gaps("ORG-01", "ORG-02");
        List<JsonNode> plans = List.of(
                world.task("client-compliance", "PlanRemediation", "G-1 ORG-01"),
                world.task("client-compliance", "PlanRemediation", "G-2 ORG-02"));
        var accept = Map.of("remediationWay", "accept-risk", "plan", "Live with it");
        plans.forEach(plan -> assertThat(
                        world.complete("client-compliance", plan, accept).status())
                .isEqualTo(200));

        JsonNode first = world.task("client-sponsor", "AcceptRisk", "G-1 ORG-01");
        assertThat(world.complete("client-sponsor", first, Map.of("riskDecision", "accept", "riskReason", "Small"))
                        .status())
                .isEqualTo(200);
        assertThat(stateOf(0, "accepted")).isTrue();
        assertThat(world.reachedNow("Gaps closed")).isFalse();

        JsonNode second = world.task("client-sponsor", "AcceptRisk", "G-2 ORG-02");
        world.complete("client-sponsor", second, Map.of("riskDecision", "refuse", "riskReason", "Too big"));
        JsonNode planAgain = world.task("client-compliance", "PlanRemediation", "G-2 ORG-02");
        assertThat(planAgain.path("data").path("riskReason").asString()).isEqualTo("Too big");
        world.done("client-compliance", "PlanRemediation", accept);
        world.done("client-sponsor", "AcceptRisk", Map.of("riskDecision", "accept", "riskReason", "So be it"));
        assertThat(world.reached("Gaps closed")).isTrue();
    }

    @Test
    void whoProposedARiskDoesNotAcceptIt() {
        gaps("ORG-01");
        world.done("client-compliance", "PlanRemediation", Map.of("remediationWay", "accept-risk", "plan", "p"));
        JsonNode risk = world.task("client-sponsor", "AcceptRisk");
        world.appoint(Map.of("client-sponsor", world.name("client-compliance")));
        AuditWorld.Answer answer =
                world.complete("client-compliance", risk, Map.of("riskDecision", "accept", "riskReason", "Mine"));
        assertThat(answer.errorFields()).containsExactly("riskDecision");
        assertThat(gap().path("state").asString()).isEqualTo("planned");
    }

    @Test
    void whoFixedAGapDoesNotRetestIt() {
        gaps("ORG-01");
        world.done("client-compliance", "PlanRemediation", Map.of("remediationWay", "fix", "plan", "p"));
        JsonNode fix = world.task("control-owner", "FixGap");
        assertThat(world.complete("control-owner", fix, Map.of("whatWasDone", "Nothing"))
                        .errorFields())
                .containsExactly("proof");
        fix("proof.txt");
        JsonNode retest = world.task("client-compliance", "RetestGap");
        world.appoint(Map.of("client-compliance", world.name("control-owner")));
        AuditWorld.Answer answer =
                world.complete("control-owner", retest, Map.of("retestDecision", "closed", "retestNote", "I did it"));
        assertThat(answer.errorFields()).containsExactly("retestDecision");
    }

    @Test
    void withTheEngagementItsRemediationsEnd() {
        gaps("ORG-01");
        world.task("client-compliance", "PlanRemediation");
        assertThat(world.post(
                                "audit-partner",
                                "/api/engagements/" + world.engagement + "/withdraw",
                                Map.of("reason", "Sold"))
                        .status())
                .isBetween(200, 202);
        assertThat(stateOf(0, "withdrawn")).isTrue();
        JsonNode tasks = world.get("client-compliance", "/api/tasks?engagement=" + world.engagement)
                .body()
                .path("items");
        assertThat(tasks.valueStream().map(task -> task.path("key").asString()))
                .doesNotContain("UserTask_PlanRemediation");
    }

    private void fix(String file) {
        JsonNode task = world.task("control-owner", "FixGap");
        JsonNode uploaded = world.upload("control-owner", task, file, "All 12 signed on " + LocalDate.EPOCH);
        AuditWorld.Answer answer =
                world.complete("control-owner", task, Map.of("whatWasDone", "Done ✔", "proof", uploaded));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private JsonNode gap() {
        return items().get(0);
    }

    private boolean stateOf(int index, String state) {
        return Wait.soon(() -> items().get(index).path("state").asString().equals(state));
    }

    private JsonNode items() {
        return world.get("client-compliance", "/api/engagements/" + world.engagement + "/gaps")
                .body()
                .path("items");
    }

    @Test
    void anOpenGapDoesNotOutliveTheFileAndGoesOnIntoNextYear(
            @Autowired Step lockFile,
            @Autowired TransactionTemplate transaction,
            @Autowired Clock clock,
            @Autowired EngagementFile file,
            @Autowired People people,
            @Autowired JsonMapper json) {
        gaps("ORG-01", "ORG-02");
        FiledTask filed = new FiledTask(file, people, transaction, json);
        filed.by(world, "audit-senior", "AssembleFile", Map.of());
        filed.by(world, "audit-partner", "ApproveLock", Map.of());
        JsonNode plan = world.task("client-compliance", "PlanRemediation", "G-1 ORG-01");
        var fix = Map.of("remediationWay", "fix", "plan", "p");
        assertThat(world.complete("client-compliance", plan, fix).status()).isEqualTo(200);
        JsonNode open = world.task("control-owner", "FixGap");

        transaction.executeWithoutResult(status -> lockFile.run(new LockedAt(EngagementId.of(world.engagement))));
        assertThat(items().valueStream().map(gap -> gap.path("state").asString()))
                .containsExactly("carried_forward", "carried_forward");
        assertThat(world.get("control-owner", "/api/tasks/" + open.path("id").asString())
                        .status())
                .isEqualTo(404);
        assertThat(world.get("client-compliance", "/api/tasks?engagement=" + world.engagement)
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(task -> task.path("process").asString().equals("remediation")))
                .isEmpty();
        aLockedFileOnlyGrows(LocalDate.now(clock));
    }

    private void aLockedFileOnlyGrows(LocalDate today) {
        String path = "/api/engagements/" + world.engagement;
        var change = Map.of("kind", "TERMS", "reasonCode", "MISUNDERSTANDING", "description", "More");
        assertThat(world.post("audit-partner", path + "/changes", change).status())
                .isEqualTo(409);
        JsonNode milestone = world.get("audit-manager", path + "/milestones")
                .body()
                .path("items")
                .get(0);
        assertThat(world.put(
                                "project-manager",
                                path + "/milestones/" + milestone.path("id").asString(),
                                Map.of("planned", today.toString()))
                        .status())
                .isEqualTo(409);
        JsonNode team = world.get("audit-manager", path).body().path("team");
        Map<String, Object> smaller = new HashMap<>();
        team.properties().forEach(role -> smaller.put(role.getKey(), role.getValue()));
        smaller.put("audit-partner", world.name("audit-manager"));
        assertThat(world.put("audit-partner", path + "/team", smaller).status()).isEqualTo(409);
        world.appoint(Map.of("audit-partner", List.of(world.name("audit-partner"), world.name("audit-manager"))));
    }

    /** The step that locks the file, run for the engagement before its time. */
    private record LockedAt(EngagementId engagement) implements StepContext {

        @Override
        public String deployment() {
            return "";
        }

        @Override
        public <T> @Nullable T get(Variable<T> variable) {
            return null;
        }

        @Override
        public <T> void set(Variable<T> variable, T value) {}
    }
}
