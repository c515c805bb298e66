package io.tickmark.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@TickmarkTest
class RecurringEvidenceTest {

    private static final String DAILY = "D-1,daily,DOC backup settings";
    private static final String YEARLY = "D-2,annual,DOC policy in force";

    private final int port;
    private final FieldworkWorld.Factory factory;

    RecurringEvidenceTest(@LocalServerPort int port, @Autowired ApplicationContext application) {
        this.port = port;
        this.factory = FieldworkWorld.Factory.of(application);
    }

    @Test
    void eachControlHasItsRhythmAndIsAskedForInEachPlace() {
        FieldworkWorld world = world();
        assertThat(recurring(world))
                .extracting(request -> request.path("title").asString())
                .containsExactlyInAnyOrder(
                        "Evidence of D-1 Control D-1 🔑 from 1 January 2026 to 31 January 2026, Berlin 🏙",
                        "Evidence of D-1 Control D-1 🔑 from 1 January 2026 to 31 January 2026, Austin",
                        "Evidence of D-1 Control D-1 🔑 from 1 February 2026 to 28 February 2026, Berlin 🏙",
                        "Evidence of D-1 Control D-1 🔑 from 1 February 2026 to 28 February 2026, Austin",
                        "Evidence of D-1 Control D-1 🔑 from 1 March 2026 to 31 March 2026, Berlin 🏙",
                        "Evidence of D-1 Control D-1 🔑 from 1 March 2026 to 31 March 2026, Austin",
                        "Evidence of D-2 Control D-2 🔑 from 1 January 2026 to 31 March 2026");
        assertThat(recurring(world))
                .extracting(request -> request.path("location").asString(""))
                .contains("Berlin 🏙", "Austin", "");
        assertThat(recurring(world))
                .filteredOn(request -> request.path("location").asString("").equals("Austin"))
                .extracting(request -> request.path("coversFrom").asString())
                .containsExactly("2026-01-01", "2026-02-01", "2026-03-01");
    }

    @Test
    @Tag("database")
    void aMissedOccurrenceIsAnAlarmUntilItIsGiven() {
        FieldworkWorld world = world();
        assertThat(missed(world, "audit-manager")).isEmpty();
        String begun = recurring(world).get(0).path("id").asString();
        var kept = world.audit.send(
                "control-owner",
                "/api/requests/" + begun + "/documents",
                "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n1\r\n--x--\r\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(kept.status()).as("%s", kept).isEqualTo(201);

        world.audit.later("P11D");
        assertThat(factory.jobs().quiet(Duration.ofSeconds(30))).isTrue();
        List<JsonNode> alarm = missed(world, "audit-manager");
        assertThat(alarm).as("six of seven; for one something came").hasSize(6);
        assertThat(alarm.toString()).doesNotContain(begun);
        assertThat(alarm.get(0).path("since").asString()).isNotEmpty();
        for (String role : List.of("client-compliance", "client-sponsor", "control-owner", "audit-staff")) {
            assertThat(missed(world, role)).as(role).hasSize(6);
        }
        assertThat(world.trail().stream().filter("occurrence-missed"::equals)).hasSize(6);
        for (String role : List.of("audit-manager", "audit-senior", "client-compliance", "control-owner")) {
            assertThat(alarmed(world, role))
                    .as("what %s begins the day with", role)
                    .isEqualTo(6);
        }
        FieldworkWorld other = factory.world(port, List.of(YEARLY));
        for (String role : List.of("audit-manager", "admin", "client-compliance")) {
            assertThat(other.audit.get(role, "/api/missed-occurrences").body().toString())
                    .as("%s of another audit", role)
                    .doesNotContain(world.engagement.toString());
        }

        world.evidenceGiven(0);
        assertThat(missed(world, "audit-manager")).isEmpty();
        assertThat(alarmed(world, "audit-manager")).isZero();
    }

    @Test
    void itIsForNobodyOfAnotherClient() {
        FieldworkWorld world = world();
        FieldworkWorld other = factory.world(port, List.of(YEARLY));
        assertThat(other.audit
                        .get("client-compliance", "/api/engagements/" + world.engagement)
                        .status())
                .isEqualTo(404);
        assertThat(missed(other, "client-compliance")).isEmpty();
    }

    @Test
    void aControlHasOneRhythm() {
        FieldworkWorld world = factory.world(port, List.of(DAILY)).begun("no");
        world.audit.done("audit-manager", "AssessRisk", Map.of("riskLevel", "low", "riskNarrative", "Stable"));
        JsonNode task = world.audit.task("audit-senior", "PlanTests");
        Map<String, Object> row = Map.of("control", "D-1", "every", "P1M");
        Map<String, Object> plan = Map.of("clientReview", "no", "requestsDueIn", 10, "rhythms", List.of(row, row));
        assertThat(world.audit.complete("audit-senior", task, plan).errorFields())
                .containsExactly("rhythms");
    }

    private FieldworkWorld world() {
        FieldworkWorld world = factory.world(port, List.of(DAILY, YEARLY))
                .planned(Map.of(
                        "recurringControls",
                        List.of("D-1", "D-2"),
                        "recurringEvery",
                        "P3M",
                        "clientReview",
                        "no",
                        "rhythms",
                        List.of(Map.of("control", "D-1", "every", "P1M", "locations", "Berlin 🏙, Austin,"))));
        world.audit.task("audit-senior", "HoldWalkthroughs");
        // timers too, which fall due at once since the period is over
        assertThat(factory.jobs().quiet(Duration.ofSeconds(30))).isTrue();
        return world;
    }

    private static List<JsonNode> recurring(FieldworkWorld world) {
        List<JsonNode> found = new ArrayList<>();
        world.requests().forEach(request -> {
            if (request.path("recurring").asBoolean()) {
                found.add(request);
            }
        });
        return found;
    }

    private static List<JsonNode> missed(FieldworkWorld world, String role) {
        return world.audit
                .get(role, "/api/engagements/" + world.engagement)
                .body()
                .path("missedOccurrences")
                .valueStream()
                .toList();
    }

    /** How much the person is told of that this audit missed, without having opened it. */
    private static int alarmed(FieldworkWorld world, String role) {
        return world.audit
                .get(role, "/api/missed-occurrences")
                .body()
                .path("items")
                .valueStream()
                .filter(alarm -> alarm.path("engagement").asString().equals(world.engagement.toString()))
                .mapToInt(alarm -> alarm.path("missed").size())
                .sum();
    }
}
