package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.files;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Wait;
import io.tickmark.evidence.EvidenceWorld.Sent;
import io.tickmark.storage.DocumentKey;
import io.tickmark.storage.DocumentStore;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a reviewer sees of a document without opening it. */
class DocumentPreviewTest extends OverHttp {

    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private String request;

    @BeforeEach
    void aRequest() {
        request = world.asked("DOCUMENT", "ORG-01");
    }

    private JsonNode handedOver(String name, byte[] bytes) {
        JsonNode given = taken(world.upload(OWNER, uploads(request), new Sent(name, bytes)))
                .path(0);
        world.done(OWNER, "ProvideEvidence", request, files(given));
        return given;
    }

    private EvidenceWorld.Reply preview(String role, JsonNode document) {
        return world.get(role, "/api/documents/" + document.path("id").asString() + "/preview");
    }

    @Test
    void aListIsATable() {
        JsonNode list = handedOver("joiners.csv", "name,day\n\"Doe, Jo 🙂\",2026-01-02\nRoe\n".getBytes(UTF_8));
        JsonNode look = preview(STAFF, list).json();
        assertThat(look.path("kind").asString()).isEqualTo("table");
        assertThat(look.path("rows").toString())
                .isEqualTo("[[\"name\",\"day\"],[\"Doe, Jo 🙂\",\"2026-01-02\"],[\"Roe\"]]");
        assertThat(look.path("more").asBoolean()).isFalse();
    }

    @Test
    void aLongListIsShownInPart() {
        JsonNode list = handedOver("many.csv", "x,y\n".repeat(500).getBytes(UTF_8));
        JsonNode look = preview(STAFF, list).json();
        assertThat(look.path("rows").size()).isEqualTo(200);
        assertThat(look.path("more").asBoolean()).isTrue();
    }

    @Test
    void textIsShownAsItWasRead() {
        JsonNode look = preview(STAFF, handedOver("minutes.txt", "We met <b>today</b>.".getBytes(UTF_8)))
                .json();
        assertThat(look.path("kind").asString()).isEqualTo("text");
        assertThat(look.path("text").asString()).contains("We met <b>today</b>.");
    }

    @Test
    void aPictureIsShownByItsBytes() {
        assertThat(preview(STAFF, handedOver("dot.png", DOT))
                        .json()
                        .path("kind")
                        .asString())
                .isEqualTo("picture");
    }

    @Test
    void whatCannotBeShownSaysWhy() {
        JsonNode look = preview(STAFF, handedOver("nothing.bin", new byte[] {0, 1, 2, 3}))
                .json();
        assertThat(look.path("kind").asString()).isEqualTo("none");
        assertThat(look.path("reason").asString()).isNotBlank();
    }

    @Test
    void whoSeesSomethingOfItHasLookedAtItAndNobodyElseSeesAnything() {
        JsonNode list = handedOver("joiners.csv", "name\nJo\n".getBytes(UTF_8));
        assertThat(preview(STAFF, list).status()).isEqualTo(200);
        assertThat(world.get(STAFF, "/api/documents/" + list.path("id").asString() + "/views")
                        .json()
                        .path("items")
                        .path(0)
                        .path("way")
                        .asString())
                .isEqualTo("part");
        EvidenceWorld other = anotherWorld();
        assertThat(other.get(STAFF, "/api/documents/" + list.path("id").asString() + "/preview")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aListThatIsNotWhatWasTakenInIsRefusedAndTheTrailSaysSo() {
        String list = handedOver("joiners.csv", "name\nJo\n".getBytes(UTF_8))
                .path("id")
                .asString();
        DocumentKey key = new DocumentKey(world.engagement(), UUID.fromString(list));
        store.delete(key);
        store.put(key, new ByteArrayInputStream("name\nXY\n".getBytes(UTF_8)), 100);
        assertThat(world.get(STAFF, "/api/documents/" + list + "/preview").status())
                .isEqualTo(500);
        assertThat(world.audit
                        .get("audit-manager", "/api/engagements/" + world.engagement() + "/trail?limit=200")
                        .body()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("event").asString()))
                .containsOnlyOnce("integrity-failure");
    }

    @Test
    void aListOfHugeCellsIsShownOnlyAsFarAsItIsLookedAt() {
        String text = "x".repeat(4_000_000);
        EvidenceWorld.Reply look = preview(STAFF, handedOver("huge.csv", ("a,b\n" + text + ",1\n").getBytes(UTF_8)));
        assertThat(look.json().path("kind").asString()).isEqualTo("table");
        assertThat(look.json().path("more").asBoolean()).isTrue();
        assertThat(look.json().path("rows").path(1).path(1).asString()).isEqualTo("1");
        assertThat(look.json().path("rows").toString()).hasSizeLessThan(10_000);
    }

    @Test
    void howeverManyLookFewListsAreInMemoryAtOnce(
            @Autowired DocumentRepository documents,
            @Autowired Readings readings,
            @Autowired ReadingParts parts,
            @Autowired ReadingQueue queue,
            @Autowired SearchableEvidence texts,
            @Autowired IntegrityAlarm alarm)
            throws Exception {
        AtomicInteger reading = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        DocumentStore held = (DocumentStore) Proxy.newProxyInstance(
                DocumentStore.class.getClassLoader(), new Class<?>[] {DocumentStore.class}, (proxy, method, given) -> {
                    reading.incrementAndGet();
                    go.await();
                    return new ByteArrayInputStream("name\nJo\n".getBytes(UTF_8));
                });
        DocumentPreview preview = new DocumentPreview(held, readings, parts, queue, texts, alarm);
        JsonNode list = handedOver("joiners.csv", "name\nJo\n".getBytes(UTF_8));
        Document document =
                documents.findById(UUID.fromString(list.path("id").asString())).orElseThrow();
        List<FutureTask<String>> looks = Stream.generate(
                        () -> new FutureTask<>(() -> preview.of(document).kind()))
                .limit(8)
                .toList();
        List<Thread> people = looks.stream().map(Thread::new).toList();
        people.forEach(Thread::start);
        assertThat(Wait.soon(() -> reading.get() >= DocumentPreview.LISTS_AT_ONCE && allWait(people)))
                .isTrue();
        assertThat(reading.get()).isEqualTo(DocumentPreview.LISTS_AT_ONCE);
        go.countDown();
        for (FutureTask<String> look : looks) {
            assertThat(look.get()).isEqualTo("table");
        }
    }

    private static boolean allWait(List<Thread> people) {
        return people.stream()
                .map(Thread::getState)
                .allMatch(state -> state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING);
    }

    @Test
    void lastYearsAnswerIsForWhoeverMaySeeItThere() {
        handedOver("minutes.txt", new byte[] {'1'});
        world.done(STAFF, "ReviewEvidence", request, EvidenceWorld.ACCEPT);
        assertThat(Wait.soon(() -> world.state(request).equals("accepted"))).isTrue();
        String next = nextYear();
        String asked = world.audit
                .post(
                        EvidenceWorld.MANAGER,
                        "/api/engagements/" + next + "/requests",
                        world.asking("DOCUMENT", "ORG-01"))
                .body()
                .path("id")
                .asString();
        JsonNode earlier =
                world.get(STAFF, "/api/requests/" + asked + "/earlier").json().path("items");
        assertThat(earlier.path(0).path("id").asString()).isEqualTo(request);
        assertThat(earlier.path(0).path("documents").path(0).path("name").asString())
                .isEqualTo("minutes.txt");
        assertThat(world.get(STAFF, "/api/requests/" + request + "/earlier")
                        .json()
                        .path("items")
                        .size())
                .as("of a first year")
                .isZero();

        database.sql("delete from team_member where engagement_id = ? and person_id in"
                        + " (select id from person where username = ?)")
                .params(world.audit.engagement, world.audit.name(STAFF))
                .update();
        assertThat(world.get(STAFF, "/api/requests/" + asked + "/earlier")
                        .json()
                        .path("items")
                        .size())
                .as("for who was not there")
                .isZero();
        assertThat(anotherWorld()
                        .get(STAFF, "/api/requests/" + asked + "/earlier")
                        .status())
                .isEqualTo(404);
    }

    /** Another audit by the same people that follows this one. */
    private String nextYear() {
        JsonNode team = world.audit
                .get(EvidenceWorld.MANAGER, "/api/engagements/" + world.audit.engagement)
                .body()
                .path("team");
        String next = world.audit
                .post(
                        EvidenceWorld.MANAGER,
                        "/api/engagements",
                        Map.of("client", world.audit.client.toString(), "team", team))
                .body()
                .path("id")
                .asString();
        database.sql("update engagement set previous_id = ? where id = ?")
                .params(world.audit.engagement, next)
                .update();
        return next;
    }
}
