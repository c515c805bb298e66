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
import io.tickmark.workflow.PhaseBegun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class DescriptionTest {

    private final int port;
    private final JsonMapper json;
    private final People people;
    private final Clients clients;

    @Autowired
    private Trail trail;

    @Autowired
    private SystemDescription description;

    @Autowired
    private PlatformTransactionManager transactions;

    private final AuditWorld world;
    private final String at;

    DescriptionTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients) {
        this.port = port;
        this.json = json;
        this.people = people;
        this.clients = clients;
        world = new AuditWorld(port, json, people, clients);
        at = "/api/engagements/" + world.engagement + "/description";
    }

    private JsonNode section(String role, String key) {
        return world.get(role, at)
                .body()
                .path("sections")
                .valueStream()
                .filter(section -> section.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Answer write(String role, String key, int version, String text) {
        return world.put(role, at + "/" + key, Map.of("version", version, "text", text));
    }

    private List<String> events() {
        return trail.of(EngagementId.of(world.engagement), 0, 1000).stream()
                .map(Entry::event)
                .toList();
    }

    private static List<String> values(JsonNode list, String field) {
        return list.valueStream().map(one -> one.path(field).asString()).toList();
    }

    @Test
    void managementWritesAndEveryVersionStays() {
        assertThat(section("client-sponsor", "services").path("state").asString())
                .isEqualTo("empty");
        assertThat(write("client-compliance", "services", 0, "Storage of files\r\n\r\nfor banks 📦")
                        .status())
                .isEqualTo(200);
        Answer second = write("client-sponsor", "services", 1, "Storage of files\n\nfor insurers 📦");
        assertThat(second.body().path("version").asInt()).isEqualTo(2);
        assertThat(write("client-sponsor", "services", 2, "Storage of files\n\nfor insurers 📦 ")
                        .body()
                        .path("version")
                        .asInt())
                .as("the same text is no new version")
                .isEqualTo(2);

        JsonNode shown = section("audit-senior", "services");
        assertThat(shown.path("criterion").asString()).isEqualTo("DC1");
        assertThat(shown.path("text").asString()).isEqualTo("Storage of files\n\nfor insurers 📦");
        assertThat(shown.path("writtenBy").asString()).isEqualTo("client-sponsor");
        assertThat(shown.path("state").asString()).isEqualTo("written");
        JsonNode versions =
                world.get("audit-staff", at + "/services/versions").body().path("items");
        assertThat(values(versions, "text"))
                .containsExactly("Storage of files\n\nfor insurers 📦", "Storage of files\n\nfor banks 📦");
        JsonNode pieces = world.get("audit-staff", at + "/services/redline?from=1&to=2")
                .body()
                .path("pieces");
        assertThat(values(pieces, "kind")).containsExactly("same", "deleted", "inserted", "same");
        assertThat(values(pieces, "text")).contains("banks", "insurers");
        assertThat(world.get("audit-staff", at + "/services/redline?from=1&to=9")
                        .status())
                .isEqualTo(404);
        assertThat(events()).filteredOn("description-written"::equals).hasSize(2);
    }

    @Test
    void whoReadAnOlderVersionChangesNothing() {
        write("client-compliance", "people", 0, "Eleven engineers");
        Answer stale = write("client-sponsor", "people", 0, "Nine engineers");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body().path("detail").asString()).contains("client-compliance has changed this section");
        assertThat(world.put("client-sponsor", at + "/people", Map.of("text", "No version"))
                        .errorFields())
                .containsExactly("version");
        assertThat(write("client-sponsor", "people", 1, "x".repeat(SystemDescription.LONGEST + 1))
                        .errorFields())
                .containsExactly("text");
        assertThat(section("client-sponsor", "people").path("text").asString()).isEqualTo("Eleven engineers");
    }

    @Test
    void ofManyWhoWriteAtOnceOneIsFirst() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String text = "Text " + i;
                calls.add(() -> write("client-compliance", "data", 0, text).status());
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void onlyManagementWritesAndAnotherClientsDescriptionDoesNotExist() {
        for (String role : List.of("control-owner", "audit-partner", "audit-senior", "project-manager")) {
            assertThat(write(role, "services", 0, "Ours").status()).as(role).isEqualTo(403);
            assertThat(world.get(role, at).status()).as(role).isEqualTo(200);
            assertThat(world.get(role, at).body().path("mayWrite").asBoolean())
                    .as(role)
                    .isFalse();
        }
        AuditWorld other = new AuditWorld(port, json, people, clients);
        for (String path : List.of("", "/services/versions", "/services/redline", "/services/comments")) {
            assertThat(other.get("client-compliance", at + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(other.put("client-compliance", at + "/services", Map.of("version", 0, "text", "Theirs"))
                        .status())
                .isEqualTo(404);
        assertThat(write("client-compliance", "weather", 0, "Fair").status()).isEqualTo(404);
        assertThat(world.get("client-compliance", at + "/transactions/versions").status())
                .as("of a SOC 1 only")
                .isEqualTo(404);
    }

    @Test
    void aTaskAndThePageWriteTheSameText() {
        world.importSampleControls();
        world.accepted(List.of("SECURITY"));
        world.done("audit-manager", "DraftEngagementLetter", Map.of());
        world.done("audit-partner", "SignLetterForFirm", Map.of("signature", true));
        world.done("client-sponsor", "SignLetterForClient", Map.of("signature", true));
        world.done("audit-manager", "HoldKickoff", Map.of("minutes", "All agreed"));
        assertThat(write("client-sponsor", "software", 0, "The ledger 📒").status())
                .isEqualTo(200);
        JsonNode data = world.task("client-compliance", "DescribeSystem").path("data");
        assertThat(data.path("software").asString()).isEqualTo("The ledger 📒");
        assertThat(data.path("services").asString()).isEqualTo("Storage 📦");

        world.done(
                "client-compliance",
                "DescribeSystem",
                Map.of(
                        "commitments",
                        "Up 99 %",
                        "infrastructure",
                        "Two halls",
                        "people",
                        "Eleven",
                        "procedures",
                        "Reviewed",
                        "data",
                        "Files"));
        assertThat(section("client-compliance", "software").path("version").asInt())
                .isEqualTo(1);
        assertThat(section("client-compliance", "people").path("text").asString())
                .isEqualTo("Eleven");
        assertThat(section("client-compliance", "people").path("writtenWith").asString())
                .isEqualTo("DescribeSystem");
        assertThat(section("client-compliance", "incidents").path("version").asInt())
                .isZero();
        JsonNode missing = world.get("audit-senior", at).body().path("missing");
        assertThat(values(missing, "section")).contains("boundaries").doesNotContain("people", "services");

        world.done(
                "control-owner",
                "RecordInventory",
                Map.of("items", List.of(Map.of("kind", "data", "name", "Orders", "purpose", "Sales"))));
        assertThat(section("client-compliance", "data").path("suggestions").toString())
                .contains("Orders: Sales");
        assertThat(section("audit-senior", "data").path("suggestions")).isEmpty();
    }

    @Test
    void auditorsCommentManagementAnswersAndAuditorsResolve() {
        write("client-compliance", "services", 0, "Storage");
        String comments = at + "/services/comments";
        assertThat(world.post("client-compliance", comments, Map.of("kind", "shared", "text", "Mine"))
                        .status())
                .isEqualTo(403);
        assertThat(world.post("audit-senior", comments, Map.of("text", "For whom?"))
                        .errorFields())
                .containsExactly("kind");
        Answer shared = world.post("audit-senior", comments, Map.of("kind", "shared", "text", "Of what? 🤔"));
        assertThat(shared.status()).isEqualTo(201);
        assertThat(shared.body().path("version").asInt()).isEqualTo(1);
        Answer internal = world.post("audit-staff", comments, Map.of("kind", "internal", "text", "Is this true?"));

        assertThat(values(world.get("client-compliance", comments).body().path("items"), "text"))
                .containsExactly("Of what? 🤔");
        assertThat(world.get("audit-manager", comments).body().path("items")).hasSize(2);
        assertThat(section("client-sponsor", "services").path("openComments").asInt())
                .isEqualTo(1);
        assertThat(section("audit-partner", "services").path("openComments").asInt())
                .isEqualTo(2);
        assertThat(description.openComments(EngagementId.of(world.engagement)))
                .containsExactly("Services provided (2)");

        String one = "/api/engagements/" + world.engagement + "/comments/";
        String id = shared.body().path("id").asString();
        String hidden = internal.body().path("id").asString();
        assertThat(world.post("client-compliance", one + hidden + "/answers", Map.of("text", "What?"))
                        .status())
                .isEqualTo(404);
        assertThat(world.post("client-compliance", one + id + "/answers", Map.of("text", "Of files"))
                        .status())
                .isEqualTo(201);
        assertThat(world.post("client-compliance", one + id + "/resolve", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(world.post("audit-senior", one + id + "/resolve", Map.of())
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("resolved");
        world.post("audit-staff", one + hidden + "/resolve", Map.of());
        assertThat(description.openComments(EngagementId.of(world.engagement))).isEmpty();
        assertThat(world.post("audit-senior", one + id + "/reopen", Map.of())
                        .body()
                        .path("answers")
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("Of files");
        assertThat(events()).contains("comment-written", "comment-answered", "comment-resolved", "comment-reopened");
        assertThat(trail.of(EngagementId.of(world.engagement), 0, 1000).toString())
                .doesNotContain("Is this true?");
    }

    @Test
    void aSuspendedEngagementsDescriptionWaits() {
        Map<String, String> why = Map.of("reason", "A merger is under way");
        String engagement = "/api/engagements/" + world.engagement;
        assertThat(world.post("audit-manager", engagement + "/suspend", why).status())
                .isEqualTo(200);
        assertThat(write("client-compliance", "services", 0, "Storage").status())
                .isEqualTo(409);
        assertThat(world.post("audit-manager", engagement + "/resume", why).status())
                .isEqualTo(200);
        assertThat(write("client-compliance", "services", 0, "Storage").status())
                .isEqualTo(200);
        assertThat(world.post("audit-manager", engagement + "/withdraw", why).status())
                .isEqualTo(200);
        assertThat(write("client-compliance", "services", 1, "Nothing").status())
                .isEqualTo(409);
    }

    @Test
    void aCompletedDescriptionStandsUntilWorkGoesBackToFieldwork() {
        EngagementId engagement = EngagementId.of(world.engagement);
        write("client-compliance", "services", 0, "Storage");
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        var sponsor = people.named(world.name("client-sponsor")).orElseThrow();
        transaction.executeWithoutResult(status -> description.completed(
                engagement,
                "CompleteDescription",
                sponsor,
                new io.tickmark.workflow.Answers(json.createObjectNode().put("services", "Storage of files"))));

        assertThat(section("client-compliance", "services").path("state").asString())
                .isEqualTo("complete");
        Answer late = write("client-compliance", "services", 2, "Something else");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("detail").asString()).contains("stands as it goes into the report");
        assertThat(events()).contains("description-completed");

        transaction.executeWithoutResult(status -> description.begins(new PhaseBegun(engagement, "fieldwork")));
        assertThat(events()).contains("description-reopened");
        assertThat(write("client-compliance", "services", 2, "Something else").status())
                .isEqualTo(200);
    }
}
