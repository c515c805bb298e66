package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.ACCEPT;
import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.back;
import static io.tickmark.evidence.EvidenceWorld.files;
import static io.tickmark.evidence.EvidenceWorld.population;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class RequestsOverHttpTest {

    private final EvidenceWorld world;
    private final EvidenceWorld other;
    private final Requests requests;
    private final TransactionTemplate transaction;

    RequestsOverHttpTest(
            @LocalServerPort int port,
            @Autowired JsonMapper json,
            @Autowired People people,
            @Autowired Clients clients,
            @Autowired Requests requests,
            @Autowired PlatformTransactionManager transactions) {
        this.world = new EvidenceWorld(port, json, people, clients);
        this.other = new EvidenceWorld(port, json, people, clients);
        this.requests = requests;
        this.transaction = new TransactionTemplate(transactions);
    }

    private String path() {
        return "/api/engagements/" + world.audit.engagement + "/requests";
    }

    @Test
    void evidenceIsAskedForGivenAndAccepted() {
        String id = world.asked("DOCUMENT", "ORG-01", "ORG-02");
        JsonNode raised = world.request(OWNER, id);
        assertThat(raised.path("reference").asString()).isEqualTo("R-1");
        assertThat(raised.path("state").asString()).isEqualTo("open");
        assertThat(raised.path("owner").asString()).isEqualTo(world.audit.name(OWNER));
        JsonNode task = world.task(OWNER, "ProvideEvidence", id);
        assertThat(task.path("subject").asString()).isEqualTo("R-1 Give us the DOCUMENT 📎");
        assertThat(task.path("assignee").asString()).isEqualTo(world.audit.name(OWNER));
        assertThat(task.path("data").path("request").path("controls").asString()).isEqualTo("ORG-01, ORG-02");

        JsonNode document = world.given(id, "minutes 📎.txt", "All present");
        assertThat(world.state(id)).isEqualTo("in_progress");
        assertThat(world.task(OWNER, "ProvideEvidence", id).path("data").path("files"))
                .hasSize(1);
        world.done(OWNER, "ProvideEvidence", id, files(document));
        assertThat(world.state(id)).isEqualTo("submitted");

        JsonNode review = world.task(STAFF, "ReviewEvidence", id).path("data");
        assertThat(review.path("files").path(0).path("documentId").asString())
                .isEqualTo(document.path("id").asString());
        world.done(STAFF, "ReviewEvidence", id, ACCEPT);
        JsonNode accepted = world.request(OWNER, id);
        assertThat(accepted.path("state").asString()).isEqualTo("accepted");
        assertThat(accepted.path("documents").path(0).path("state").asString()).isEqualTo("accepted");
        assertThat(requests.accepted(world.engagement(), "ORG-02"))
                .extracting(given -> given.document().name())
                .containsExactly("minutes 📎.txt");
        assertThat(requests.openCount(world.engagement())).isZero();
        assertThat(world.trail())
                .containsSubsequence("request-raised", "document-received", "evidence-provided", "evidence-accepted");
    }

    @Test
    void aReturnedDocumentIsRequestedAgain() {
        String id = world.asked("DOCUMENT", "ORG-01");
        JsonNode wrong = world.given(id, "2019.txt", "Old");
        world.done(OWNER, "ProvideEvidence", id, files(wrong));
        JsonNode review = world.task(STAFF, "ReviewEvidence", id);
        var withoutNote = world.audit.complete(
                STAFF, review, Map.of("evidenceDecision", "return", "returnReason", "wrong-period"));
        assertThat(withoutNote.status()).isEqualTo(422);
        assertThat(withoutNote.errorFields()).contains("returnNote");
        world.done(STAFF, "ReviewEvidence", id, back("wrong-period", "We need 2026 🙏"));

        JsonNode returned = world.request(OWNER, id);
        assertThat(returned.path("state").asString()).isEqualTo("returned");
        assertThat(returned.path("reasons").path(0).path("note").asString()).isEqualTo("We need 2026 🙏");
        assertThat(returned.path("documents").path(0).path("state").asString()).isEqualTo("returned");
        JsonNode again = world.task(OWNER, "ProvideEvidence", id).path("data");
        assertThat(again.path("request").path("lastReason").asString())
                .isEqualTo("It is for another period: We need 2026 🙏");
        assertThat(again.path("files")).isEmpty();

        world.done(OWNER, "ProvideEvidence", id, files(world.given(id, "2026.txt", "New")));
        world.done(STAFF, "ReviewEvidence", id, ACCEPT);
        assertThat(world.request(STAFF, id).path("documents").valueStream())
                .extracting(d -> d.path("state").asString())
                .containsExactly("returned", "accepted");
    }

    @Test
    void whatWasOnlyIncompleteStaysInTheOwnersForm() {
        String id = world.asked("DOCUMENT", "ORG-01");
        world.done(OWNER, "ProvideEvidence", id, files(world.given(id, "first half.txt", "1")));
        world.done(STAFF, "ReviewEvidence", id, back("incomplete", "And the rest?"));
        JsonNode prefilled =
                world.task(OWNER, "ProvideEvidence", id).path("data").path("files");
        assertThat(prefilled).hasSize(1);
        JsonNode rest = world.given(id, "second half.txt", "2");
        world.done(OWNER, "ProvideEvidence", id, files(prefilled.path(0), rest));
        assertThat(world.task(STAFF, "ReviewEvidence", id).path("data").path("files"))
                .hasSize(2);
    }

    @Test
    void theClientReviewsBeforeTheAuditorSees() {
        Map<String, Object> asking = world.asking("DOCUMENT", "ORG-01");
        asking.put("clientReview", true);
        String id = world.raised(asking).path("id").asString();
        JsonNode draft = world.given(id, "draft.txt", "Not for the auditor yet");
        String content = "/api/documents/" + draft.path("id").asString() + "/content";
        world.done(OWNER, "ProvideEvidence", id, files(draft));
        assertThat(world.state(id)).isEqualTo("client_review");
        assertThat(world.get(COMPLIANCE, content).status()).isEqualTo(200);
        assertThat(world.get(STAFF, content).status()).isEqualTo(404);
        assertThat(world.request(STAFF, id).path("documents")).isEmpty();

        world.done(
                COMPLIANCE, "ReviewInternally", id, Map.of("internalDecision", "return", "internalReason", "Names!"));
        assertThat(world.request(OWNER, id).path("reasons").path(0).path("note").asString())
                .isEqualTo("Names!");
        assertThat(world.request(STAFF, id).path("reasons")).isEmpty();
        assertThat(world.state(id)).isEqualTo("in_progress");
        world.done(OWNER, "ProvideEvidence", id, files(world.given(id, "final.txt", "Clean")));
        world.done(COMPLIANCE, "ReviewInternally", id, Map.of("internalDecision", "release"));
        assertThat(world.state(id)).isEqualTo("submitted");
        assertThat(world.task(STAFF, "ReviewEvidence", id).path("data").path("files"))
                .hasSize(1);
    }

    @Test
    void samplesWaitForTheirPopulation() {
        String population = world.asked("POPULATION", "ORG-01");
        JsonNode sample = world.raised(world.asking("SAMPLE", "ORG-01"));
        String id = sample.path("id").asString();
        assertThat(sample.path("state").asString()).isEqualTo("draft");
        assertThat(sample.path("waitsFor").path(0).asString()).isEqualTo("R-1");
        assertThat(world.upload(
                                OWNER,
                                "/api/requests/" + id + "/documents",
                                EvidenceWorld.Sent.of("early.txt", "x"))
                        .status())
                .isEqualTo(409);
        assertThat(world.raised(world.asking("SAMPLE", "ORG-02")).path("state").asString())
                .as("a control without a population")
                .isEqualTo("open");

        JsonNode list = world.given(population, "joiners.csv", "name\nAda\nBob\n");
        JsonNode task = world.task(OWNER, "ProvideEvidence", population);
        Map<String, Object> ahead = population(2, list);
        ahead.put("extractedOn", LocalDate.now().plusDays(2).toString());
        assertThat(world.audit.complete(OWNER, task, ahead).errorFields()).containsExactly("extractedOn");
        world.done(OWNER, "ProvideEvidence", population, population(2, list));
        assertThat(world.task(STAFF, "ReviewEvidence", population)
                        .path("data")
                        .path("populationCount")
                        .asInt())
                .isEqualTo(2);
        world.done(STAFF, "ReviewEvidence", population, ACCEPT);
        assertThat(world.state(population)).isEqualTo("accepted");
        assertThat(requests.population(world.engagement(), "ORG-01")).contains(2);
        assertThat(requests.population(world.engagement(), "ORG-02")).isEmpty();

        transaction.executeWithoutResult(
                status -> requests.openSamples(world.engagement(), "ORG-01", "Ada 👩\nBob"));
        assertThat(world.state(id)).isEqualTo("open");
        JsonNode items = world.task(OWNER, "ProvideEvidence", id).path("data").path("sampleItems");
        assertThat(items.path(0).path("item").asString()).isEqualTo("Ada 👩");
        assertThat(items).hasSize(2);
    }

    @Test
    void samplesOpenOnlyWhenTheirPopulationIsAccepted() {
        world.asked("POPULATION", "ORG-01");
        String sample = world.asked("SAMPLE", "ORG-01");
        transaction.executeWithoutResult(status -> requests.openSamples(world.engagement(), "ORG-01", "Ada"));
        assertThat(world.state(sample)).isEqualTo("draft");
        assertThat(requests.allClosed(world.engagement(), "ORG-01")).isFalse();
    }

    @Test
    void aRequestIsWithdrawnWithAReason() {
        String population = world.asked("POPULATION", "ORG-01");
        String sample = world.asked("SAMPLE", "ORG-01");
        String withdraw = "/api/requests/" + population + "/withdraw";
        assertThat(world.audit.post(STAFF, withdraw, Map.of()).status()).isEqualTo(422);
        assertThat(world.audit.post(OWNER, withdraw, Map.of("reason", "No")).status())
                .isEqualTo(403);
        var withdrawn = world.audit.post(STAFF, withdraw, Map.of("reason", "Not needed 🙂"));
        assertThat(withdrawn.status()).as("%s", withdrawn).isEqualTo(200);
        assertThat(withdrawn.body().path("state").asString()).isEqualTo("withdrawn");
        assertThat(world.state(sample)).as("its samples go with it").isEqualTo("withdrawn");
        assertThat(world.audit
                        .post(STAFF, withdraw, Map.of("reason", "Again"))
                        .status())
                .isEqualTo(409);
        assertThat(requests.openCount(world.engagement())).isZero();
        assertThat(world.audit.get(OWNER, "/api/tasks?engagement=" + world.audit.engagement)
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aWithdrawnEngagementAsksForNothingMore() {
        world.asked("POPULATION", "ORG-01");
        world.asked("SAMPLE", "ORG-01");
        world.asked("DOCUMENT", "ORG-02");
        var withdrawn = world.audit.post(
                MANAGER, "/api/engagements/" + world.audit.engagement + "/withdraw", Map.of("reason", "Sold"));
        assertThat(withdrawn.status()).as("%s", withdrawn).isEqualTo(200);
        for (int tries = 0; tries < 100 && requests.openCount(world.engagement()) > 0; tries++) {
            EvidenceWorld.pause();
        }
        assertThat(requests.of(world.engagement()))
                .extracting(RequestFacts::state)
                .containsOnly(RequestState.WITHDRAWN);
    }

    @Test
    void anObservationIsTheAuditorsOwnEvidence() {
        String id = world.asked("OBSERVATION", "ORG-01");
        world.done(
                OWNER,
                "ArrangeObservation",
                id,
                Map.of("observationDate", LocalDate.now().toString(), "place", "Hall 🏛"));
        JsonNode task = world.task(STAFF, "RecordObservation", id);
        assertThat(task.path("data").path("place").asString()).isEqualTo("Hall 🏛");
        var photo = world.upload(
                STAFF,
                "/api/tasks/" + task.path("id").asString() + "/documents",
                EvidenceWorld.Sent.of("notes.txt", "seen"));
        assertThat(photo.status()).as("%s", photo).isEqualTo(201);
        assertThat(photo.json().path(0).path("madeBy").asString()).isEqualTo("auditor");
        assertThat(world.get(OWNER, photo.json().path(0).path("endpoint").asString())
                        .status())
                .isEqualTo(404);
        Map<String, Object> data = files(photo.json().path(0));
        data.put("observed", "They did it 👀");
        data.put("observedOn", LocalDate.now().plusDays(3).toString());
        assertThat(world.audit.complete(STAFF, task, data).errorFields()).containsExactly("observedOn");
        data.put("observedOn", LocalDate.now().toString());
        world.done(STAFF, "RecordObservation", id, data);
        assertThat(world.state(id)).isEqualTo("accepted");
        assertThat(requests.accepted(world.engagement(), "ORG-01"))
                .extracting(given -> given.document().name())
                .containsExactly("notes.txt", "Observation R-1.txt");
    }

    @Test
    void everyWrongFieldOfARequestIsNamed() {
        var refused = world.audit.post(
                MANAGER,
                path(),
                Map.of(
                        "kind",
                        "GOSSIP",
                        "controls",
                        List.of("XX-99"),
                        "owner",
                        world.audit.name(STAFF),
                        "due",
                        "2001-01-01",
                        "coversFrom",
                        "2026-02-01",
                        "coversTo",
                        "2026-01-01"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorFields())
                .containsExactlyInAnyOrder("title", "kind", "controls", "owner", "due", "coversTo");
        assertThat(requests.of(world.engagement())).isEmpty();
    }

    @Test
    void onlyAuditorsAsk() {
        assertThat(world.audit.post(COMPLIANCE, path(), world.asking("DOCUMENT", "ORG-01"))
                        .status())
                .isEqualTo(403);
        assertThat(other.audit.post(MANAGER, path(), world.asking("DOCUMENT", "ORG-01"))
                        .status())
                .as("another engagement's manager sees it, and is not of its team")
                .isEqualTo(403);
    }

    @Test
    void anotherClientsPeopleFindNothing() {
        String id = world.asked("DOCUMENT", "ORG-01");
        String document = "/api/documents/" + world.given(id, "a.txt", "secret").path("id").asString();
        for (String role : List.of("client-sponsor", COMPLIANCE, OWNER)) {
            assertThat(other.get(role, path()).status()).isEqualTo(404);
            assertThat(other.get(role, "/api/requests/" + id).status()).isEqualTo(404);
            for (String part : List.of("", "/content", "/metadata", "/versions")) {
                assertThat(other.get(role, document + part).status()).isEqualTo(404);
            }
            var upload = other.upload(
                    role, "/api/requests/" + id + "/documents", EvidenceWorld.Sent.of("b.txt", "b"));
            assertThat(upload.status()).isEqualTo(404);
            assertThat(upload.toString()).doesNotContain(world.audit.engagement);
        }
        assertThat(other.get(STAFF, "/api/requests/" + id).status())
                .as("staff of another team")
                .isEqualTo(404);
    }

    @Test
    void aControlOwnerSeesHisOwnRequestsAndThoseOfNobody() {
        String his = world.asked("DOCUMENT", "ORG-01");
        Map<String, Object> nobodys = world.asking("DOCUMENT", "ORG-01");
        nobodys.remove("owner");
        String free = world.raised(nobodys).path("id").asString();
        // requests of owners who left the team stay theirs
        String foreign = raiseFor(world.engagement());
        assertThat(ids(OWNER)).containsExactly(his, free);
        assertThat(ids(COMPLIANCE)).containsExactly(his, free, foreign);
        assertThat(world.get(OWNER, "/api/requests/" + foreign).status()).isEqualTo(404);
        assertThat(world.upload(
                                OWNER,
                                "/api/requests/" + foreign + "/documents",
                                EvidenceWorld.Sent.of("b.txt", "b"))
                        .status())
                .isEqualTo(404);
    }

    private String raiseFor(EngagementId engagement) {
        var owner = people(world.audit.name(COMPLIANCE));
        var asked = new NewRequest(
                "For the lead",
                io.tickmark.scoping.EvidenceKind.DOCUMENT,
                List.of("ORG-01"),
                owner,
                LocalDate.now().plusDays(5),
                false,
                null,
                null,
                null);
        return transaction
                .execute(status -> requests.raise(engagement, asked))
                .toString();
    }

    @Autowired
    private People everybody;

    private io.tickmark.kernel.PersonId people(String username) {
        return everybody.named(username).orElseThrow().id();
    }

    private List<String> ids(String role) {
        return world.audit
                .get(role, path())
                .body()
                .path("items")
                .valueStream()
                .map(r -> r.path("id").asString())
                .toList();
    }

    @Test
    void theListGoesOnWhereThePageEnds() {
        List<String> raised = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            raised.add(world.asked("DOCUMENT", "ORG-01"));
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = world.audit.get(STAFF, path() + "?limit=2&cursor=" + cursor).body();
            page.path("items").forEach(r -> read.add(r.path("id").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(read).isEqualTo(raised);
        assertThat(world.audit.get(STAFF, path() + "?cursor=nonsense").status()).isEqualTo(400);
    }
}
