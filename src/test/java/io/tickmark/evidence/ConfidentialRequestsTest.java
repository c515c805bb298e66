package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.ACCEPT;
import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.AuditWorld.Answer;
import io.tickmark.Wait;
import io.tickmark.identity.NewPerson;
import io.tickmark.kernel.Actor;
import io.tickmark.storage.DocumentKey;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A confidential request is there for its owner, for whom it names and for the auditors of the engagement. */
class ConfidentialRequestsTest extends OverHttp {

    private static final String SPONSOR = "client-sponsor";
    private static final String SECOND = "second-owner";
    private static final String FIRM_PM = "project-manager";
    private static final List<String> NAMED = List.of(OWNER, SPONSOR, MANAGER, STAFF, "audit-partner");
    private static final List<String> OTHERS = List.of(COMPLIANCE, SECOND, FIRM_PM, "admin");

    @Autowired
    EvidenceSight allAtOnce;

    @Autowired
    DocumentSight oneAtATime;

    @Autowired
    DocumentRepository documents;

    private String word;
    private String request;

    @BeforeEach
    void aRequestThatNamesTheSponsor() {
        people.create(
                new NewPerson(world.audit.name(SECOND), "Bo", null, world.audit.client, Set.of("control-owner")),
                "tickmark");
        world.audit.appoint(Map.of("control-owner", List.of(world.audit.name(OWNER), world.audit.name(SECOND))));
        word = "w" + UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> asking = world.asking("DOCUMENT", "ORG-01");
        asking.put("title", "Investigation " + word);
        asking.put("confidential", true);
        asking.put("readers", List.of(world.audit.name(SPONSOR)));
        request = world.raised(asking).path("id").asString();
    }

    private String engagement() {
        return "/api/engagements/" + world.audit.engagement;
    }

    /** Everything that a person can ask for as a whole. */
    private String everything(String role) {
        StringBuilder told = new StringBuilder();
        List<String> paths = List.of(
                engagement() + "/requests?limit=200",
                engagement() + "/requests/export?format=csv",
                "/api/tasks?limit=200&engagement=" + world.audit.engagement,
                engagement() + "/file?limit=200",
                engagement() + "/signoffs",
                "/api/home",
                engagement() + "/trail?limit=200",
                SearchOverHttpTest.path(word),
                SearchOverHttpTest.path("", "engagement", world.audit.engagement));
        paths.forEach(path -> told.append(world.get(role, path)).append('\n'));
        return told.toString();
    }

    private String document() {
        return world.given(request, word + ".txt", "text of " + word).path("id").asString();
    }

    @Test
    @Tag("database")
    void itIsThereForThoseItNamesAndForNobodyElse() {
        String document = document();
        for (String role : NAMED) {
            assertThat(world.request(role, request).path("title").asString()).contains(word);
            assertThat(world.get(role, "/api/documents/" + document).status())
                    .as(role)
                    .isEqualTo(200);
            assertThat(everything(role)).as(role).contains(word);
        }
        assertThat(world.request(SPONSOR, request).path("readers").path(0).asString())
                .isEqualTo(world.audit.name(SPONSOR));
        for (String role : OTHERS) {
            for (String path : List.of(
                    "/api/requests/" + request,
                    "/api/requests/" + request + "/notes",
                    "/api/requests/" + request + "/binder",
                    "/api/documents/" + document,
                    "/api/requests/" + request + "/earlier",
                    "/api/documents/" + document + "/content",
                    "/api/documents/" + document + "/preview",
                    "/api/documents/" + document + "/metadata",
                    "/api/documents/" + document + "/versions",
                    "/api/documents/" + document + "/notes")) {
                assertThat(world.get(role, path).status()).as(role + " " + path).isEqualTo(404);
            }
            assertThat(world.get(role, SearchOverHttpTest.path(word))
                            .json()
                            .path("total")
                            .asInt(-1))
                    .as(role)
                    .isZero();
        }
        for (String role : OTHERS) {
            // the trail tells the firm that there is a request, and not what it is about
            assertThat(everything(role)).as(role).doesNotContain(word);
        }
        for (String role : List.of(COMPLIANCE, SECOND)) {
            assertThat(everything(role)).as(role).doesNotContain(request);
        }
    }

    @Test
    @Tag("database")
    void itsTasksAreInTheListsAndCountsOfThoseItNamesOnly() {
        JsonNode task = world.task(OWNER, "ProvideEvidence", request);
        String path = "/api/tasks/" + task.path("id").asString();
        assertThat(world.get(COMPLIANCE, path).status()).isEqualTo(404);
        assertThat(world.get(SECOND, path).status()).isEqualTo(404);
        assertThat(world.get(FIRM_PM, path).status()).isEqualTo(404);
        assertThat(world.get(MANAGER, path).status()).isEqualTo(200);
        assertThat(world.audit.post(SECOND, path + "/claim", Map.of()).status()).isEqualTo(404);
        int sponsors = world.get(SPONSOR, engagement()).json().path("openTasks").asInt();
        int others =
                world.get(COMPLIANCE, engagement()).json().path("openTasks").asInt();
        assertThat(sponsors - others).isEqualTo(1);
    }

    @Test
    void itIsProvidedAndAcceptedLikeAnyOther() {
        JsonNode document = world.given(request, "a.txt", "text");
        world.done(OWNER, "ProvideEvidence", request, EvidenceWorld.files(document));
        world.done(STAFF, "ReviewEvidence", request, ACCEPT);
        for (int tries = 0; tries < 100 && !world.state(request).equals("accepted"); tries++) {
            Wait.pause(50);
        }
        assertThat(world.state(request)).isEqualTo("accepted");
        // what its owner answered is in the file, for those who may know of it
        assertThat(world.get(SPONSOR, engagement() + "/file?limit=200").toString())
                .contains(request);
        assertThat(world.get(COMPLIANCE, engagement() + "/file?limit=200").toString())
                .doesNotContain(request);
    }

    @Test
    void whoIsHandedItSeesItAndWhoHadItNoMore() {
        Answer handed = world.audit.post(
                SPONSOR,
                engagement() + "/requests/assign",
                Map.of("requests", List.of(request), "owner", world.audit.name(SECOND)));
        assertThat(handed.status()).as("%s", handed).isEqualTo(200);
        assertThat(world.get(SECOND, "/api/requests/" + request).status()).isEqualTo(200);
        assertThat(world.task(SECOND, "ProvideEvidence", request).path("id").isString())
                .isTrue();
        assertThat(world.get(OWNER, "/api/requests/" + request).status()).isEqualTo(404);
        assertThat(everything(OWNER)).doesNotContain(word, request);
        Answer unseen = world.audit.post(
                COMPLIANCE,
                engagement() + "/requests/assign",
                Map.of("requests", List.of(request), "owner", world.audit.name(OWNER)));
        assertThat(unseen.status()).isEqualTo(404);
    }

    @Test
    void anAuditorMakesItConfidentialAndOpenAgain() {
        String open = world.asked("DOCUMENT", "ORG-02");
        String path = "/api/requests/" + open + "/confidentiality";
        assertThat(world.get(COMPLIANCE, "/api/requests/" + open).status()).isEqualTo(200);
        for (String role : List.of(OWNER, SPONSOR, FIRM_PM)) {
            assertThat(world.audit.put(role, path, Map.of("confidential", true)).status())
                    .as(role)
                    .isEqualTo(403);
        }
        Answer named = world.audit.put(
                STAFF, path, Map.of("confidential", true, "readers", List.of(world.audit.name(SPONSOR))));
        assertThat(named.status()).as("%s", named).isEqualTo(200);
        assertThat(world.get(COMPLIANCE, "/api/requests/" + open).status()).isEqualTo(404);
        assertThat(world.get(SPONSOR, "/api/requests/" + open).status()).isEqualTo(200);
        assertThat(world.audit.put(STAFF, path, Map.of("confidential", false)).status())
                .isEqualTo(200);
        assertThat(world.get(COMPLIANCE, "/api/requests/" + open).status()).isEqualTo(200);
        assertThat(world.trail()).contains("request-made-confidential", "request-made-open");
    }

    @Test
    void anAlarmAboutItsDocumentNamesNothing() {
        String document = document();
        DocumentKey key = new DocumentKey(world.engagement(), UUID.fromString(document));
        store.delete(key);
        store.put(key, new ByteArrayInputStream("other".getBytes(StandardCharsets.UTF_8)), 100);
        try {
            assertThat(world.get(STAFF, "/api/documents/" + document + "/content")
                            .status())
                    .isEqualTo(500);
        } catch (UncheckedIOException cut) {
            // the answer had begun: it is broken off
        }
        assertThat(world.entries("integrity-failure")).singleElement().satisfies(entry -> assertThat(
                        entry.path("facts").path("document").asString())
                .isEqualTo(document));
        assertThat(everything(FIRM_PM)).contains("integrity-failure").doesNotContain(word);
    }

    @Test
    void aScriptThatIsBoundToItIsListedWithoutItsName() {
        String path = engagement() + "/collectors";
        String reference = world.request(OWNER, request).path("reference").asString();
        Answer made =
                world.audit.post(OWNER, path, Map.of("name", "nightly", "requests", List.of(reference), "days", 30));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        for (String role : List.of(OWNER, SPONSOR, MANAGER)) {
            assertThat(bound(role, path)).as(role).containsExactly(reference);
        }
        for (String role : List.of(COMPLIANCE, FIRM_PM, "admin")) {
            assertThat(bound(role, path)).as(role).containsExactly("a confidential request");
        }
    }

    private List<String> bound(String role, String path) {
        return world.get(role, path)
                .json()
                .path("items")
                .path(0)
                .path("requests")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void aSampleIsDrawnFromAPopulationThatIsNotNamed() {
        Map<String, Object> asking = world.asking("POPULATION", "ORG-02");
        asking.put("confidential", true);
        asking.put("readers", List.of(world.audit.name(SPONSOR)));
        JsonNode population = world.raised(asking);
        String reference = population.path("reference").asString();
        String id = population.path("id").asString();
        Map<String, Object> items = world.asking("SAMPLE", "ORG-02");
        items.put("owner", world.audit.name(SECOND));
        String sample = world.raised(items).path("id").asString();
        assertThat(waits(STAFF, sample)).containsExactly(reference);
        assertThat(waits(COMPLIANCE, sample)).containsExactly("a confidential request");

        String rows =
                IntStream.rangeClosed(1, 20).mapToObj(i -> "P-" + i + ",Ada").collect(Collectors.joining("\n"));
        JsonNode list = world.given(id, "people.csv", "id,name\n" + rows + "\n");
        world.done(OWNER, "ProvideEvidence", id, EvidenceWorld.population(20, list));
        world.done(STAFF, "ReviewEvidence", id, ACCEPT);
        assertThat(Wait.soon(() -> world.state(sample).equals("open"))).isTrue();
        JsonNode given = taken(world.upload(
                SECOND,
                uploads(sample),
                EvidenceWorld.Sent.of("wrong.csv", "id,signed\nP-3,yes\n" + reference + ",yes\n")));
        String toItsGiver = given.path(0).path("findings").toString();
        assertThat(toItsGiver)
                .contains("sample-not-in-population", "population of a confidential request: " + reference);
        for (String role : List.of(COMPLIANCE, SECOND, FIRM_PM)) {
            assertThat(world.request(role, sample)
                            .path("documents")
                            .path(0)
                            .path("findings")
                            .toString())
                    .as(role)
                    .contains("population of a confidential request: ")
                    .doesNotContain(id);
        }
        for (String role : List.of(SPONSOR, MANAGER)) {
            assertThat(world.request(role, sample)
                            .path("documents")
                            .path(0)
                            .path("findings")
                            .toString())
                    .as(role)
                    .contains("population of " + reference + ": ");
        }
    }

    private List<String> waits(String role, String id) {
        return world.request(role, id)
                .path("waitsFor")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void onlyPeopleOfTheClientWhoSeeRequestsAreNamed() {
        EvidenceWorld other = anotherWorld();
        String path = "/api/requests/" + request + "/confidentiality";
        for (String name : List.of(other.audit.name(SPONSOR), world.audit.name(STAFF), "nobody")) {
            Answer answer = world.audit.put(MANAGER, path, Map.of("confidential", true, "readers", List.of(name)));
            assertThat(answer.status()).as(name).isEqualTo(422);
            assertThat(answer.errorFields()).containsExactly("readers[0]");
        }
        assertThat(other.audit
                        .put(COMPLIANCE, path, Map.of("confidential", false))
                        .status())
                .isEqualTo(404);
        assertThat(other.audit.put(STAFF, path, Map.of("confidential", false)).status())
                .isEqualTo(404);
        Map<String, Object> nobodys = world.asking("DOCUMENT", "ORG-01");
        nobodys.remove("owner");
        nobodys.put("confidential", true);
        assertThat(world.audit
                        .post(MANAGER, engagement() + "/requests", nobodys)
                        .errorFields())
                .containsExactly("owner");
        Map<String, Object> reviewed = world.asking("DOCUMENT", "ORG-01");
        reviewed.put("confidential", true);
        reviewed.put("clientReview", true);
        assertThat(world.audit
                        .post(MANAGER, engagement() + "/requests", reviewed)
                        .errorFields())
                .containsExactly("readers");
    }

    @Test
    void theRightsOfAQueryAreThoseOfEachDocumentHereToo() {
        document();
        taken(world.upload(SPONSOR, uploads(request), EvidenceWorld.Sent.of(word + "-2.txt", "b")));
        Map<String, Object> watched = world.asking("OBSERVATION", "ORG-01");
        watched.put("confidential", true);
        String seen = world.raised(watched).path("id").asString();
        taken(world.upload(STAFF, uploads(seen), EvidenceWorld.Sent.of(word + "-firm.txt", "c")));
        List<Document> all =
                new ArrayList<>(documents.ofRequests(List.of(UUID.fromString(request), UUID.fromString(seen))));
        assertThat(all).hasSize(3);
        List<String> everybody = new ArrayList<>(NAMED);
        everybody.addAll(OTHERS);
        for (String role : everybody) {
            Actor person = people.named(world.audit.name(role)).orElseThrow();
            List<String> one = seenOneByOne(oneAtATime, person, all);
            List<String> atOnce = seenAtOnce(allAtOnce, person, all);
            JsonNode answer = world.get(role, SearchOverHttpTest.path(word)).json();
            assertThat(atOnce).as(role).isEqualTo(one);
            assertThat(answer.path("total").asInt(-1)).as(role).isEqualTo(one.size());
        }
    }
}
