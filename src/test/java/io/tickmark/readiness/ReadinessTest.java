package io.tickmark.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class ReadinessTest {

    private final AuditWorld world;
    private final AuditWorld other;

    ReadinessTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients) {
        world = new AuditWorld(port, json, people, clients);
        other = new AuditWorld(port, json, people, clients);
    }

    @Test
    void weakAndMissingControlsAndBareCriteriaBecomeGapsAndAReturnedAssessmentReplacesThem() {
        world.importSampleControls();
        world.accepted(List.of("SECURITY"));
        world.kickedOff();
        List<String> allButOne = world.task("client-compliance", "DefineScope")
                .path("data")
                .path("controls")
                .valueStream()
                .map(JsonNode::asString)
                .filter(reference -> !reference.equals("ORG-04"))
                .toList();
        world.scopeDefined(Map.of("boundaries", "All", "controls", allButOne));
        world.done("audit-manager", "ApproveScope", Map.of("scopeDecision", "approve"));
        world.done("client-compliance", "ChooseReadiness", Map.of("readinessWay", "self-assessment"));

        JsonNode assessment = world.task("client-compliance", "AssessControls");
        assertThat(assessment
                        .path("data")
                        .path("uncoveredCriteria")
                        .get(0)
                        .path("reference")
                        .asString())
                .isEqualTo("CC1.2");
        AuditWorld.Answer both = world.complete(
                "client-compliance",
                assessment,
                Map.of("needsWork", List.of("ORG-01"), "missing", List.of("ORG-01"), "assessmentNotes", "x"));
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.errorFields()).containsExactly("missing");
        world.done(
                "client-compliance",
                "AssessControls",
                Map.of(
                        "needsWork",
                        List.of("ORG-01"),
                        "missing",
                        List.of("ORG-02"),
                        "assessmentNotes",
                        "Looked at all 🔍"));

        JsonNode roadmap = world.task("client-sponsor", "AgreeRoadmap").path("data");
        assertThat(roadmap.path("gaps")
                        .valueStream()
                        .map(gap -> gap.path("control").asString() + " "
                                + gap.path("rating").asString()))
                .containsExactly("ORG-02 HIGH", "ORG-01 MODERATE", "CC1.2 HIGH");
        world.done(
                "client-sponsor",
                "AgreeRoadmap",
                Map.of("roadmapDecision", "return", "roadmapReason", "ORG-02 exists"));

        JsonNode again = world.task("client-compliance", "AssessControls").path("data");
        assertThat(again.path("roadmapReason").asString()).isEqualTo("ORG-02 exists");
        assertThat(again.path("missing").get(0).asString()).isEqualTo("ORG-02");
        world.done("client-compliance", "AssessControls", Map.of("missing", List.of()));
        world.task("client-sponsor", "AgreeRoadmap");
        assertThat(gaps("client-compliance").valueStream().map(gap -> gap.path("reference")
                        .asString()))
                .containsExactly("G-2", "G-3");
        assertThat(gaps("audit-manager").get(0).path("state").asString()).isEqualTo("found");

        assertThat(world.get("audit-staff", path()).status()).isEqualTo(403);
        assertThat(world.get("control-owner", path()).status()).isEqualTo(200);
        assertThat(other.get("client-sponsor", path()).status()).isEqualTo(404);
    }

    @Test
    void whoAssessedDoesNotAgreeToTheRoadmap() {
        world.frozen(List.of("SECURITY"));
        world.done("client-compliance", "ChooseReadiness", Map.of("readinessWay", "self-assessment"));
        world.done("client-compliance", "AssessControls", Map.of("assessmentNotes", "All is well"));
        JsonNode roadmap = world.task("client-sponsor", "AgreeRoadmap");
        world.appoint(Map.of("client-sponsor", world.name("client-compliance")));
        AuditWorld.Answer answer = world.complete("client-compliance", roadmap, Map.of("roadmapDecision", "agree"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(422);
        assertThat(answer.errorFields()).containsExactly("roadmapDecision");
    }

    @Test
    void readinessMayBeSkippedWithAReason() {
        world.frozen(List.of("SECURITY"));
        JsonNode choice = world.task("client-compliance", "ChooseReadiness");
        assertThat(world.complete("client-compliance", choice, Map.of("readinessWay", "skip"))
                        .errorFields())
                .containsExactly("readinessReason");
        world.done("client-compliance", "ChooseReadiness", Map.of("readinessWay", "skip", "readinessReason", "Ready"));
        assertThat(gaps("client-sponsor")).isEmpty();
    }

    private JsonNode gaps(String role) {
        return world.get(role, path()).body().path("items");
    }

    private String path() {
        return "/api/engagements/" + world.engagement + "/gaps";
    }
}
