package io.tickmark.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.AuditWorld.Answer;
import io.tickmark.TickmarkTest;
import io.tickmark.Wait;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class ChangesTest {

    private static final Map<String, Object> TERMS =
            Map.of("kind", "TERMS", "reasonCode", "READERS_NEEDS", "description", "A prospect reads it, too 📄");

    private final int port;
    private final JsonMapper json;
    private final People people;
    private final Clients clients;

    ChangesTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients) {
        this.port = port;
        this.json = json;
        this.people = people;
        this.clients = clients;
    }

    private AuditWorld world() {
        return new AuditWorld(port, json, people, clients);
    }

    private static String changes(AuditWorld world) {
        return "/api/engagements/" + world.engagement + "/changes";
    }

    private static JsonNode only(AuditWorld world) {
        JsonNode items = world.get("audit-staff", changes(world)).body().path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    @Test
    void onlyThePartiesOfTheLetterAskForAChange() {
        AuditWorld world = world();
        List.of("audit-senior", "project-manager", "control-owner").forEach(role -> assertThat(
                        world.post(role, changes(world), TERMS).status())
                .as(role)
                .isEqualTo(403));
        assertThat(world.get("control-owner", changes(world)).status()).isEqualTo(403);
        assertThat(world.get("client-sponsor", changes(world)).body().path("items"))
                .isEmpty();
        List.of("audit-partner", "audit-manager", "client-sponsor", "client-compliance")
                .forEach(role -> assertThat(
                                world.post(role, changes(world), TERMS).status())
                        .as(role)
                        .isEqualTo(201));
        JsonNode second = world.get(
                        "client-sponsor",
                        changes(world) + "?limit=1&cursor="
                                + world.get("client-sponsor", changes(world) + "?limit=1")
                                        .body()
                                        .path("next")
                                        .asString())
                .body()
                .path("items");
        assertThat(second.get(0).path("reference").asString()).isEqualTo("C-2");
        assertThat(second.get(0).path("askedBy").asString()).isEqualTo(world.name("audit-manager"));
    }

    @Test
    void anotherClientsChangesDoNotExist() {
        AuditWorld world = world();
        AuditWorld other = world();
        assertThat(other.get("client-sponsor", changes(world)).status()).isEqualTo(404);
        assertThat(other.post("client-sponsor", changes(world), TERMS).status()).isEqualTo(404);
        assertThat(world.get("client-sponsor", changes(world)).body().path("items"))
                .isEmpty();
    }

    @Test
    void aChangeSaysWhatWhyAndNothingElse() {
        AuditWorld world = world();
        assertThat(world.post("client-sponsor", changes(world), Map.of("description", " "))
                        .errorFields())
                .containsExactly("kind", "reasonCode", "description");
        Answer end = world.post(
                "client-sponsor",
                changes(world),
                Map.of(
                        "kind", "TEAM",
                        "reasonCode", "OTHER",
                        "description", "Someone else",
                        "newPeriodEnd", "2031-01-31"));
        assertThat(end.status()).isEqualTo(422);
        assertThat(end.errorFields()).containsExactly("newPeriodEnd");
        Answer unplanned = world.post(
                "client-sponsor",
                changes(world),
                Map.of(
                        "kind", "PERIOD",
                        "reasonCode", "PERIOD_CHANGED",
                        "description", "Longer",
                        "newPeriodEnd", "2031-01-31"));
        assertThat(unplanned.errorFields()).containsExactly("kind");
    }

    @Test
    void whoAskedDoesNotDecide() {
        AuditWorld world = world();
        world.post("audit-partner", changes(world), TERMS);
        Answer own = world.complete(
                "audit-partner",
                "DecideChange",
                Map.of("changeDecision", "approve", "changeDecisionReason", "I asked for it"));
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.errorFields()).containsExactly("changeDecision");
        assertThat(only(world).path("state").asString()).isEqualTo("asked");
    }

    @Test
    void agreedTermsStandInTheNextLetter() {
        AuditWorld world = world();
        assertThat(world.post("client-compliance", changes(world), TERMS).status())
                .isEqualTo(201);
        JsonNode decision =
                world.task("audit-partner", "DecideChange").path("data").path("change");
        assertThat(decision.path("kind").asString()).isEqualTo("Terms");
        assertThat(decision.path("description").asString()).isEqualTo("A prospect reads it, too 📄");
        assertThat(decision.path("askedBy").asString()).isEqualTo("client-compliance");
        world.done(
                "audit-partner",
                "DecideChange",
                Map.of("changeDecision", "approve", "changeDecisionReason", "Readers need it"));
        assertThat(only(world).path("state").asString()).isEqualTo("approved");
        assertThat(world.task("client-sponsor", "AgreeAmendedLetter")
                        .path("data")
                        .path("letterText")
                        .asString())
                .contains("Amendment C-1", "A prospect reads it, too 📄");
        world.done("client-sponsor", "AgreeAmendedLetter", Map.of("signature", true));
        assertThat(only(world).path("state").asString()).isEqualTo("applied");
        assertThat(only(world).path("decidedBy").asString()).isEqualTo(world.name("audit-partner"));

        world.post("audit-manager", changes(world), TERMS);
        world.done(
                "audit-partner",
                "DecideChange",
                Map.of("changeDecision", "approve", "changeDecisionReason", "Once more"));
        assertThat(world.task("client-sponsor", "AgreeAmendedLetter")
                        .path("data")
                        .path("letterText")
                        .asString())
                .contains("Amendment C-1", "Amendment C-2");
    }

    @Test
    void aWithdrawnEngagementWithdrawsItsChanges() {
        AuditWorld world = world();
        world.post("client-sponsor", changes(world), TERMS);
        world.task("audit-partner", "DecideChange");
        Answer withdrawn = world.post(
                "audit-manager", "/api/engagements/" + world.engagement + "/withdraw", Map.of("reason", "Sold"));
        assertThat(withdrawn.body().path("phase").asString()).isEqualTo("withdrawn");
        assertThat(only(world).path("state").asString()).isEqualTo("withdrawn");
        assertThat(world.get("audit-partner", "/api/tasks?engagement=" + world.engagement)
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(world.post("client-sponsor", changes(world), TERMS).status()).isEqualTo(409);
    }

    @Test
    void anAgreedScopeIsExaminedAndReported() {
        AuditWorld world = world();
        Map<String, Object> scope =
                Map.of("kind", "SCOPE", "reasonCode", "COMPONENT_ADDED", "description", "We promise availability now");
        assertThat(world.post("client-compliance", changes(world), scope).errorFields())
                .containsExactly("kind");
        world.frozen(List.of("SECURITY"));
        world.done("audit-manager", "AssessRisk", Map.of("riskLevel", "low", "riskNarrative", "Stable"));
        world.done("audit-senior", "PlanTests", Map.of());
        assertThat(Wait.soon(() -> test(world, "ORG-05") != null)).isTrue();
        assertThat(test(world, "AVL-03")).isNull();

        assertThat(world.post("client-compliance", changes(world), scope).status())
                .isEqualTo(201);
        JsonNode redefine = world.task("client-compliance", "RedefineScope");
        List<String> controls = new ArrayList<>();
        redefine.path("data").path("controls").forEach(control -> controls.add(control.asString()));
        controls.remove("ORG-05");
        controls.add("AVL-03");
        Map<String, Object> defined = new HashMap<>(Map.of("categories", List.of("SECURITY"), "controls", controls));
        assertThat(world.complete("client-compliance", redefine, defined).errorFields())
                .containsExactly("controls");
        defined.put("categories", List.of("SECURITY", "AVAILABILITY"));
        defined.put(
                "subserviceOrganisations",
                List.of(Map.of("name", "Cloud ☁", "service", "Hosting", "method", "carve-out")));
        world.done("client-compliance", "RedefineScope", defined);
        String decided = world.task("audit-partner", "DecideChange")
                .path("data")
                .path("change")
                .path("description")
                .asString();
        assertThat(decided)
                .contains("Categories added: Availability", "Controls added: AVL-03", "Controls left out: ORG-05")
                .contains("Cloud ☁ (carve-out)");
        world.done(
                "audit-partner",
                "DecideChange",
                Map.of("changeDecision", "approve", "changeDecisionReason", "It is promised"));
        assertThat(world.task("client-sponsor", "AgreeAmendedLetter")
                        .path("data")
                        .path("letterText")
                        .asString())
                .contains("Categories added: Availability");
        assertThat(scope(world).path("categories")).hasSize(1);
        world.done("client-sponsor", "AgreeAmendedLetter", Map.of("signature", true));
        assertThat(only(world).path("state").asString()).isEqualTo("applied");

        assertThat(scope(world).path("categories").toString()).contains("AVAILABILITY");
        assertThat(scope(world).path("controls").valueStream().map(c -> c.path("reference")
                        .asString()))
                .contains("AVL-03")
                .doesNotContain("ORG-05");
        assertThat(scope(world)
                        .path("subserviceOrganisations")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("Cloud ☁");
        assertThat(world.get("audit-manager", "/api/engagements/" + world.engagement)
                        .body()
                        .path("reports")
                        .get(0)
                        .path("categories"))
                .hasSize(2);
        assertThat(test(world, "AVL-03")).isEqualTo("planned");
        assertThat(test(world, "ORG-05")).isEqualTo("withdrawn");
        assertThat(world.get("audit-manager", "/api/engagements/" + world.engagement + "/requests?limit=200")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(request -> request.path("controls").toString().equals("[\"AVL-03\"]"))
                        .map(request -> request.path("state").asString()))
                .isNotEmpty()
                .containsOnly("open");
    }

    private static JsonNode scope(AuditWorld world) {
        return world.get("audit-manager", "/api/engagements/" + world.engagement + "/scope")
                .body();
    }

    private static @Nullable String test(AuditWorld world, String control) {
        return world.get("audit-senior", "/api/engagements/" + world.engagement + "/tests?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(test -> test.path("control").asString().equals(control))
                .map(test -> test.path("state").asString())
                .findFirst()
                .orElse(null);
    }
}
