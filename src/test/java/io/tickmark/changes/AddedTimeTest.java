package io.tickmark.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.TickmarkTest;
import io.tickmark.Wait;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A period that ends today, with everything drawn by the calendar, is to end three months later. */
@Tag("database")
@TickmarkTest
class AddedTimeTest {

    private static final String MONTHLY = "COM-02";

    private final AuditWorld world;
    private final LocalDate start;
    private final LocalDate end;

    AddedTimeTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients,
            @Autowired Clock clock) {
        world = new AuditWorld(port, json, people, clients);
        end = LocalDate.now(clock);
        start = end.minusMonths(3).plusDays(1);
    }

    @Test
    void whatTheCalendarDrawsIsToppedUpForTheTimeAdded() {
        everythingIsCollected();
        assertThat(samples()).hasSize(1);
        int drawn = requests().size();
        int counted = test().path("population").asInt();

        LocalDate later = end.plusMonths(3);
        changed(later);

        List<JsonNode> samples = samples();
        assertThat(samples).hasSize(2);
        assertThat(day(samples.get(0), "countedTo")).isEqualTo(end);
        assertThat(day(samples.get(1), "countedFrom")).isAfter(end);
        assertThat(day(samples.get(1), "countedTo")).isEqualTo(later);
        int added = samples.get(1).path("population").asInt();
        assertThat(added).isPositive();
        assertThat(samples.get(1).path("items")).isNotEmpty();
        assertThat(test().path("population").asInt()).isEqualTo(counted + added);

        List<JsonNode> asked = requests().subList(drawn, requests().size());
        assertThat(asked).hasSize(2).allSatisfy(request -> {
            assertThat(day(request, "coversFrom")).isAfter(end);
            assertThat(day(request, "coversTo")).isEqualTo(later);
            assertThat(day(request, "due")).isAfterOrEqualTo(later);
            assertThat(request.path("state").asString()).isEqualTo("open");
        });
        assertThat(asked)
                .extracting(request -> request.path("kind").asString())
                .containsExactlyInAnyOrder("DOCUMENT", "SAMPLE");
        assertThat(asked)
                .filteredOn(request -> request.path("kind").asString().equals("SAMPLE"))
                .allSatisfy(request -> assertThat(request.path("sampleItems"))
                        .hasSameSizeAs(samples.get(1).path("items")));

        changed(end.plusMonths(1));
        assertThat(requests()).as("a shorter period asks for nothing").hasSize(drawn + 2);
        changed(later);
        assertThat(samples()).as("counted already").hasSize(2);
    }

    private void everythingIsCollected() {
        world.importSampleControls();
        world.accepted(Map.of("categories", List.of("SECURITY"), "periodStart", start, "periodEnd", end));
        world.kickedOff();
        world.scopeDefined(Map.of("boundaries", "The storage service", "controls", List.of(MONTHLY)));
        world.done("audit-manager", "ApproveScope", Map.of("scopeDecision", "approve"));
        world.done("audit-manager", "AssessRisk", Map.of("riskLevel", "moderate", "riskNarrative", "Nothing new"));
        world.done(
                "audit-senior",
                "PlanTests",
                Map.of("testingNotes", "-", "recurringControls", List.of(MONTHLY), "recurringEvery", "P3M"));
        assertThat(Wait.soon(() -> requests().stream().anyMatch(this::lastWindow)))
                .as("the last window is collected on its last day")
                .isTrue();
    }

    private boolean lastWindow(JsonNode request) {
        return request.path("title").asString().startsWith("Evidence of")
                && day(request, "coversTo").equals(end);
    }

    private void changed(LocalDate newEnd) {
        String path = "/api/engagements/" + world.engagement + "/changes";
        var asked = world.post(
                "client-sponsor",
                path,
                Map.of(
                        "kind", "PERIOD",
                        "reasonCode", "READERS_NEEDS",
                        "description", "Our customers' year",
                        "newPeriodEnd", newEnd));
        assertThat(asked.status()).as("%s", asked).isEqualTo(201);
        world.done(
                "audit-partner",
                "DecideChange",
                Map.of("changeDecision", "approve", "changeDecisionReason", "Weighed"));
        world.done("client-sponsor", "AgreeAmendedLetter", Map.of("signature", true));
        assertThat(Wait.soon(() -> world.get("client-sponsor", "/api/engagements/" + world.engagement)
                        .body()
                        .path("reports")
                        .get(0)
                        .path("periodEnd")
                        .asString()
                        .equals(newEnd.toString())))
                .isTrue();
    }

    private static LocalDate day(JsonNode node, String field) {
        return LocalDate.parse(node.path(field).asString());
    }

    private List<JsonNode> requests() {
        return world.get("audit-senior", "/api/engagements/" + world.engagement + "/requests?limit=200")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private JsonNode test() {
        return world.get("audit-senior", "/api/engagements/" + world.engagement + "/tests")
                .body()
                .path("items")
                .get(0);
    }

    private List<JsonNode> samples() {
        return test().path("samples").valueStream().toList();
    }
}
