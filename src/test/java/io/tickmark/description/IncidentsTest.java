package io.tickmark.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld;
import io.tickmark.AuditWorld.Answer;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import io.tickmark.trail.Entry;
import io.tickmark.trail.Trail;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class IncidentsTest {

    private final int port;
    private final JsonMapper json;
    private final People people;
    private final Clients clients;

    @Autowired
    private Trail trail;

    @Autowired
    private Clock clock;

    @Autowired
    private Incidents incidents;

    private final AuditWorld world;
    private final String at;

    IncidentsTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients) {
        this.port = port;
        this.json = json;
        this.people = people;
        this.clients = clients;
        world = new AuditWorld(port, json, people, clients);
        world.importSampleControls();
        at = "/api/engagements/" + world.engagement + "/incidents";
    }

    private Map<String, Object> outage() {
        Map<String, Object> given = new HashMap<>();
        given.put("kind", "INCIDENT");
        given.put("title", "Outage of the ledger 📒");
        given.put("occurredOn", today().minusDays(3).toString());
        given.put("discoveredOn", today().minusDays(2).toString());
        given.put("nature", "A disk was full.");
        given.put("extent", "Two hours, all customers.");
        given.put("controls", List.of("ORG-01"));
        given.put("criteria", List.of("CC1.1"));
        given.put("fromFailedControls", true);
        given.put("disposition", "Restarted");
        return given;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> given = outage();
        given.put(field, value);
        return given;
    }

    @Test
    void theClientsPeopleRecordAndTheAuditorsSee() {
        Answer first = world.post("control-owner", at, outage());
        assertThat(first.status()).as("%s", first).isEqualTo(201);
        assertThat(first.body().path("reference").asString()).isEqualTo("I-1");
        assertThat(world.post("client-sponsor", at, with("kind", "SIGNIFICANT_CHANGE"))
                        .status())
                .isEqualTo(201);
        for (String role : List.of("audit-senior", "audit-partner", "project-manager")) {
            assertThat(world.post(role, at, outage()).status()).as(role).isEqualTo(403);
        }
        JsonNode list = world.get("audit-senior", at).body().path("items");
        assertThat(list).hasSize(2);
        assertThat(list.get(0).path("title").asString()).isEqualTo("Outage of the ledger 📒");
        assertThat(list.get(0).path("recordedBy").asString()).isEqualTo("control-owner");
        JsonNode page = world.get("audit-senior", at + "?limit=1").body();
        assertThat(world.get(
                                "audit-senior",
                                at + "?limit=1&cursor=" + page.path("next").asString())
                        .body()
                        .path("items")
                        .path(0)
                        .path("reference")
                        .asString())
                .isEqualTo("I-2");
        assertThat(incidents.byControl(EngagementId.of(world.engagement)).get("ORG-01"))
                .hasSize(2);
    }

    @Test
    void anotherClientsRegisterDoesNotExist() {
        String entry = at + "/"
                + world.post("client-compliance", at, outage())
                        .body()
                        .path("id")
                        .asString();
        AuditWorld other = new AuditWorld(port, json, people, clients);
        assertThat(other.get("client-compliance", at).status()).isEqualTo(404);
        assertThat(other.post("client-compliance", at, outage()).status()).isEqualTo(404);
        assertThat(other.get("client-compliance", entry).status()).isEqualTo(404);
        assertThat(other.get("client-compliance", entry + "/comments").status()).isEqualTo(404);
        // nor through an engagement of one's own
        String through = "/api/engagements/" + other.engagement + entry.substring(entry.indexOf("/incidents"));
        assertThat(other.get("client-compliance", through).status()).isEqualTo(404);
        assertThat(other.put("client-compliance", through, with("version", 0)).status())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeIsRefusedAtItsField() {
        assertThat(world.post("client-compliance", at, Map.of()).errorFields())
                .containsExactlyInAnyOrder("kind", "title", "nature", "occurredOn", "discoveredOn");
        assertThat(world.post(
                                "client-compliance",
                                at,
                                with("occurredOn", today().plusDays(1).toString()))
                        .errorFields())
                .contains("occurredOn");
        assertThat(world.post(
                                "client-compliance",
                                at,
                                with("discoveredOn", today().minusDays(4).toString()))
                        .errorFields())
                .containsExactly("discoveredOn");
        assertThat(world.post("client-compliance", at, with("controls", List.of("NONE-1")))
                        .errorFields())
                .containsExactly("controls");
        assertThat(world.post("client-compliance", at, with("criteria", List.of("CC99")))
                        .errorFields())
                .containsExactly("criteria");
        assertThat(world.get("client-compliance", at).body().path("items")).isEmpty();
    }

    @Test
    void aChangeIsMadeOnTheVersionThatWasReadAndStandsInTheTrail() {
        JsonNode recorded = world.post("client-compliance", at, outage()).body();
        String entry = at + "/" + recorded.path("id").asString();
        assertThat(world.put("client-compliance", entry, outage()).errorFields())
                .containsExactly("version");
        Map<String, Object> changed = with("disposition", "Disks are watched now");
        changed.put("version", recorded.path("version").asInt());
        Answer once = world.put("client-sponsor", entry, changed);
        assertThat(once.status()).as("%s", once).isEqualTo(200);
        assertThat(once.body().path("version").asInt())
                .isEqualTo(recorded.path("version").asInt() + 1);
        assertThat(world.put("client-compliance", entry, changed).status()).isEqualTo(409);
        assertThat(world.put("audit-senior", entry, changed).status()).isEqualTo(403);
        assertThat(trail.of(EngagementId.of(world.engagement), 0, 1000))
                .extracting(Entry::event)
                .containsSubsequence("incident-recorded", "incident-changed");
    }

    @Test
    void auditorsAskAboutAnEntry() {
        String entry = at + "/"
                + world.post("client-compliance", at, outage())
                        .body()
                        .path("id")
                        .asString();
        Answer asked = world.post("audit-senior", entry + "/comments", Map.of("kind", "shared", "text", "Which disk?"));
        assertThat(asked.status()).as("%s", asked).isEqualTo(201);
        assertThat(world.get("control-owner", entry).body().path("openComments").asInt())
                .isEqualTo(1);
        String answers = "/api/engagements/" + world.engagement + "/comments/"
                + asked.body().path("id").asString() + "/answers";
        assertThat(world.post("control-owner", answers, Map.of("text", "The second"))
                        .body()
                        .path("answers"))
                .hasSize(1);
    }
}
