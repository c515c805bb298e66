package io.tickmark.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.AuditWorld.Answer;
import io.tickmark.TickmarkTest;
import io.tickmark.Wait;
import io.tickmark.identity.Clients;
import io.tickmark.identity.NewPerson;
import io.tickmark.identity.People;
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

/** Agreed changes of team and terms do what they say. */
@TickmarkTest
class ChangedTeamTest {

    private static final Map<String, Object> APPROVED =
            Map.of("changeDecision", "approve", "changeDecisionReason", "It is right");

    private final AuditWorld world;
    private final String joiner;
    private final LocalDate today;

    ChangedTeamTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients,
            @Autowired Clock clock) {
        world = new AuditWorld(port, json, people, clients);
        joiner = world.name("joiner");
        people.create(new NewPerson(joiner, "Joan Joiner", null, Set.of("audit-staff")), "tickmark");
        today = LocalDate.now(clock);
    }

    @Test
    void anAgreedTeamIsTheTeamAndWhoJoinsConfirmsIndependence() {
        world.accepted(List.of("SECURITY"));
        assertThat(ask("TEAM", Map.of("team", Map.of("audit-staff", joiner))).status())
                .isEqualTo(201);
        String decided = world.task("audit-partner", "DecideChange")
                .path("data")
                .path("change")
                .path("description")
                .asString();
        assertThat(decided).contains("Team, audit-staff: Joan Joiner.");
        world.done("audit-partner", "DecideChange", APPROVED);
        assertThat(team("audit-staff")).as("agreed by one side only").containsExactly(world.name("audit-staff"));
        assertThat(world.task("client-sponsor", "AgreeAmendedLetter")
                        .path("data")
                        .path("letterText")
                        .asString())
                .contains("Team, audit-staff: Joan Joiner.");
        world.done("client-sponsor", "AgreeAmendedLetter", Map.of("signature", true));

        assertThat(last().path("state").asString()).isEqualTo("applied");
        assertThat(last().path("team").path("audit-staff").toString()).isEqualTo("[\"" + joiner + "\"]");
        assertThat(team("audit-staff")).containsExactly(joiner);
        assertThat(team("audit-senior")).as("not named, so not changed").containsExactly(world.name("audit-senior"));
        assertThat(world.task("joiner", "ConfirmIndependence").path("key").asString())
                .isEqualTo("UserTask_ConfirmIndependence");
        assertThat(world.get("audit-partner", "/api/engagements/" + world.engagement + "/trail?limit=200")
                        .body()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("event").asString()))
                .contains("team-changed", "change-applied");
    }

    @Test
    void aTeamThatDoesNotHoldIsRefusedAndLeavesEverythingAsItWas() {
        assertThat(ask("TEAM", Map.of()).errorFields()).containsExactly("team");
        assertThat(ask("TERMS", Map.of("team", Map.of("audit-staff", joiner))).errorFields())
                .containsExactly("team");
        assertThat(ask("TEAM", Map.of("team", Map.of("audit-staff", "nobody-at-all")))
                        .errorFields())
                .containsExactly("team.audit-staff");
        assertThat(ask("TEAM", Map.of("team", Map.of("audit-staff", world.name("client-sponsor"))))
                        .errorFields())
                .containsExactly("team.audit-staff");
        assertThat(ask("TEAM", Map.of("team", Map.of("audit-partner", List.of())))
                        .errorFields())
                .containsExactly("team.audit-partner");
        assertThat(last().isMissingNode()).isTrue();

        assertThat(ask("TEAM", Map.of("team", Map.of("quality-reviewer", joiner)))
                        .status())
                .isEqualTo(201);
        world.appoint(Map.of("audit-staff", joiner));
        Answer late = world.complete("audit-partner", "DecideChange", APPROVED);
        assertThat(late.errorFields()).containsExactly("changeDecision");
        assertThat(late.toString()).contains("a quality reviewer must not be");
        world.appoint(Map.of("audit-staff", world.name("audit-staff")));
        world.done("audit-partner", "DecideChange", APPROVED);
        world.appoint(Map.of("audit-staff", joiner));
        world.done("client-sponsor", "AgreeAmendedLetter", Map.of("signature", true));
        assertThat(Wait.soon(() -> last().path("state").asString().equals("withdrawn")))
                .isTrue();
        assertThat(team("quality-reviewer")).containsExactly(world.name("quality-reviewer"));
    }

    @Test
    void agreedTermsSayByWhenTheReportIsNeeded() {
        LocalDate day = today.plusDays(200);
        assertThat(ask("TERMS", Map.of("neededBy", today.minusDays(1))).errorFields())
                .containsExactly("neededBy");
        assertThat(ask("TEAM", Map.of("neededBy", day, "team", Map.of("audit-staff", joiner)))
                        .errorFields())
                .containsExactly("neededBy");
        assertThat(ask("TERMS", Map.of("neededBy", day)).status()).isEqualTo(201);
        world.done("audit-partner", "DecideChange", APPROVED);
        assertThat(engagement().path("neededBy").isNull()).isTrue();
        world.done("client-sponsor", "AgreeAmendedLetter", Map.of("signature", true));
        assertThat(last().path("neededBy").asString()).isEqualTo(day.toString());
        assertThat(engagement().path("neededBy").asString()).isEqualTo(day.toString());
    }

    @Test
    void aTeamIsChangedOnTheVersionThatWasRead() {
        Map<String, Object> team = new HashMap<>();
        engagement().path("team").properties().forEach(role -> team.put(role.getKey(), role.getValue()));
        int version = engagement().path("version").asInt();
        team.put("audit-staff", joiner);
        String path = "/api/engagements/" + world.engagement + "/team";
        Answer changed = world.put("audit-partner", path, Map.of("team", team, "version", version));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        assertThat(changed.body().path("version").asInt()).isGreaterThan(version);
        assertThat(engagement().path("version")).isEqualTo(changed.body().path("version"));

        team.put("audit-staff", world.name("audit-staff"));
        Answer stale = world.put("audit-partner", path, Map.of("team", team, "version", version));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(team("audit-staff")).containsExactly(joiner);
        assertThat(world.put("audit-partner", path, Map.of("team", team, "version", "newest"))
                        .status())
                .isEqualTo(400);
        assertThat(world.put("audit-partner", path, Map.of("team", team)).status())
                .isEqualTo(200);
    }

    private Answer ask(String kind, Map<String, ?> more) {
        Map<String, Object> asked =
                new HashMap<>(Map.of("kind", kind, "reasonCode", "OTHER", "description", "As agreed by phone"));
        asked.putAll(more);
        return world.post("audit-manager", "/api/engagements/" + world.engagement + "/changes", asked);
    }

    private JsonNode last() {
        JsonNode items = world.get("client-sponsor", "/api/engagements/" + world.engagement + "/changes")
                .body()
                .path("items");
        return items.path(items.size() - 1);
    }

    private JsonNode engagement() {
        return world.get("audit-manager", "/api/engagements/" + world.engagement)
                .body();
    }

    private List<String> team(String role) {
        return engagement()
                .path("team")
                .path(role)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
