package io.tickmark.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** No conclusion stands silently on a file that two people took out. */
@TickmarkTest
class EvidenceTakenOutTest {

    private static final String DOCUMENT = "A-2,annual,DOC policy in force";

    private final int port;
    private final FieldworkWorld.Factory factory;

    EvidenceTakenOutTest(@LocalServerPort int port, @Autowired ApplicationContext application) {
        this.port = port;
        this.factory = FieldworkWorld.Factory.of(application);
    }

    private FieldworkWorld accepted() {
        FieldworkWorld world = factory.world(port, List.of(DOCUMENT)).planned(Map.of("requestsDueIn", 10));
        world.evidenceGiven(1);
        return world;
    }

    private static String document(FieldworkWorld world) {
        return "/api/documents/"
                + world.requests().path(0).path("documents").path(0).path("id").asString();
    }

    private static void asked(FieldworkWorld world) {
        FieldworkWorld.taken(
                world.audit.post("control-owner", document(world) + "/purge", Map.of("reason", "The wrong list 🙈")));
    }

    private static void takenOut(FieldworkWorld world) {
        asked(world);
        FieldworkWorld.taken(world.audit.post("audit-partner", document(world) + "/purge/agree", Map.of()));
        world.quiet();
    }

    private static JsonNode resting(FieldworkWorld world, String role) {
        var answer = world.audit.get(role, document(world) + "/purge");
        FieldworkWorld.taken(answer);
        return answer.body();
    }

    private static List<JsonNode> rounds(FieldworkWorld world) {
        return world.tests().valueStream().toList();
    }

    @Test
    void whatRestsOnItIsToldBeforeTheSecondPersonAgrees() {
        FieldworkWorld world = accepted();
        world.tested();
        asked(world);
        JsonNode told = resting(world, "audit-partner");
        assertThat(told.path("accepted").asBoolean()).isTrue();
        assertThat(told.path("request").asString()).startsWith("R-1 ").endsWith("(accepted)");
        assertThat(told.path("otherFiles").asInt(-1)).isZero();
        assertThat(told.path("work").path(0).asString())
                .isEqualTo("Workpaper of A-2 Control A-2 🔑: closed, effective");
        assertThat(resting(world, "client-compliance").path("work").toString())
                .as("workpapers are the firm's")
                .isEqualTo("[\"A workpaper of the auditor\"]");
        FieldworkWorld other = factory.world(port, List.of());
        assertThat(other.audit
                        .get("client-compliance", document(world) + "/purge")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("database")
    void aTestThatWasClosedIsDoneAgain() {
        FieldworkWorld world = accepted();
        world.tested();
        takenOut(world);
        List<JsonNode> rounds = rounds(world);
        assertThat(rounds).hasSize(2);
        assertThat(rounds.get(0).path("state").asString()).isEqualTo("closed");
        assertThat(rounds.get(0).path("evidence").path(0).path("takenOut").asBoolean())
                .isTrue();
        assertThat(rounds.get(0).path("evidence").path(1).path("takenOut").asBoolean())
                .as("the auditor's own paper is there")
                .isFalse();
        assertThat(rounds.get(1).path("state").asString()).isEqualTo("open");
        assertThat(world.trail()).contains("conclusion-lost-evidence", "test-reopened");
        JsonNode request = world.requests().path(0);
        assertThat(request.path("state").asString()).isEqualTo("accepted");
        assertThat(request.path("evidenceTakenOut").asBoolean()).isTrue();

        JsonNode task = world.tasks("audit-staff", "TestControl").get(0);
        assertThat(task.path("data").path("evidenceTakenOut").asString()).contains("R-1", "ask for it again");
        var nothing =
                world.audit.complete("audit-staff", task, FieldworkWorld.workpaper(Map.of("conclusion", "effective")));
        assertThat(nothing.status()).as("nothing is left to conclude from").isEqualTo(422);
        world.tested();
        assertThat(rounds(world))
                .extracting(test -> test.path("state").asString())
                .containsExactly("closed", "closed");
    }

    @Test
    void aTestThatEndsOtherwiseAfterTheFindingsWereEvaluatedIsNamed(@Autowired Tests tests, @Autowired Clock clock) {
        FieldworkWorld world = accepted();
        world.tested();
        Instant evaluated = clock.instant();
        world.audit.later("PT1M");
        takenOut(world);
        assertThat(tests.endedOtherwise(world.engagement, evaluated)).isEmpty();
        FieldworkWorld.taken(world.audit.complete(
                "audit-staff", world.tasks("audit-staff", "TestControl").get(0), FieldworkWorld.deviating(1)));
        world.quiet();
        FieldworkWorld.taken(world.audit.complete(
                "audit-senior",
                world.tasks("audit-senior", "ReviewWorkpaper").get(0),
                Map.of("reviewDecision", "approve")));
        deviationAnswered(world);
        assertThat(rounds(world)).hasSize(2);
        assertThat(tests.endedOtherwise(world.engagement, evaluated)).containsExactly("A-2");
        assertThat(tests.endedOtherwise(world.engagement, clock.instant())).isEmpty();
    }

    @Test
    void aWorkpaperUnderReviewGoesBack() {
        FieldworkWorld world = accepted();
        world.prepared();
        takenOut(world);
        JsonNode task = world.tasks("audit-senior", "ReviewWorkpaper").get(0);
        assertThat(task.path("data").path("evidenceTakenOut").asString())
                .contains("list.csv", "which the workpaper cites");
        var approved = world.audit.complete("audit-senior", task, Map.of("reviewDecision", "approve"));
        assertThat(approved.status()).isEqualTo(422);
        assertThat(approved.errorFields()).containsExactly("reviewDecision");
        FieldworkWorld.taken(world.audit.complete(
                "audit-senior", task, Map.of("reviewDecision", "return", "reviewNote", "Its evidence is gone")));
        world.quiet();
        world.tested();
        assertThat(rounds(world)).hasSize(1);
        JsonNode test = world.test("A-2");
        assertThat(test.path("state").asString()).isEqualTo("closed");
        assertThat(test.path("evidence").toString()).doesNotContain("list.csv");
    }

    @Test
    void aDeviationThatLosesItsEvidenceIsTestedAgainWhenItIsClosed() {
        FieldworkWorld world = accepted();
        FieldworkWorld.taken(world.audit.complete(
                "audit-staff", world.tasks("audit-staff", "TestControl").get(0), FieldworkWorld.deviating(1)));
        world.quiet();
        FieldworkWorld.taken(world.audit.complete(
                "audit-senior",
                world.tasks("audit-senior", "ReviewWorkpaper").get(0),
                Map.of("reviewDecision", "approve")));
        world.quiet();
        takenOut(world);
        assertThat(rounds(world)).hasSize(1);
        deviationAnswered(world);
        assertThat(rounds(world))
                .extracting(test -> test.path("state").asString())
                .containsExactly("closed", "open");
    }

    private static void deviationAnswered(FieldworkWorld world) {
        world.audit.done(
                "audit-manager",
                "EvaluateDeviation",
                Map.of("effect", "criterion-not-met", "evaluation", "Grave", "compensatingControls", "None"));
        world.audit.done(
                "client-compliance",
                "RespondToDeviation",
                Map.of(
                        "managementResponse",
                        "It was late 🕐",
                        "correctiveAction",
                        "A check",
                        "correctiveDue",
                        "2026-06-30"));
        world.quiet();
    }
}
