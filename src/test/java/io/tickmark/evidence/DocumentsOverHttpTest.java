package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.files;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import io.tickmark.evidence.EvidenceWorld.Reply;
import io.tickmark.evidence.EvidenceWorld.Sent;
import io.tickmark.identity.Clients;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import io.tickmark.storage.DocumentKey;
import io.tickmark.storage.DocumentStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TickmarkTest
class DocumentsOverHttpTest {

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Autowired
    People people;

    @Autowired
    Clients clients;

    @Autowired
    DocumentStore store;

    @Autowired
    Documents documents;

    @Autowired
    Intents intents;

    @Autowired
    Reconciler reconciler;

    @Autowired
    JdbcClient database;

    private EvidenceWorld world;
    private String request;
    private String uploads;

    @BeforeEach
    void anOpenRequest() {
        world = new EvidenceWorld(port, json, people, clients);
        request = world.asked("DOCUMENT", "ORG-01");
        uploads = "/api/requests/" + request + "/documents";
    }

    private static List<String> codes(JsonNode document) {
        return document.path("findings")
                .valueStream()
                .map(f -> f.path("code").asString())
                .toList();
    }

    private int intentsLeft() {
        return database.sql("select count(*) from upload_intent where engagement_id = ?")
                .param(world.audit.engagement)
                .query(Integer.class)
                .single();
    }

    private long bytesKept() {
        long[] kept = {0};
        store.list(found -> kept[0] += found.key().engagement().equals(world.engagement()) ? 1 : 0);
        return kept[0];
    }

    private JsonNode taken(Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.json();
    }

    @Test
    void whatWasUploadedComesBackByteForByte() throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        JsonNode document =
                taken(world.upload(OWNER, uploads, new Sent("scan.bin", bytes))).path(0);
        assertThat(document.path("sha256").asString()).isEqualTo(hash);
        assertThat(document.path("size").asLong()).isEqualTo(bytes.length);
        assertThat(document.path("state").asString()).isEqualTo("received");
        assertThat(codes(document)).isEmpty();

        String path = "/api/documents/" + document.path("id").asString();
        Reply content = world.get(STAFF, path + "/content");
        assertThat(content.bytes()).isEqualTo(bytes);
        assertThat(content.header("Content-Disposition")).startsWith("attachment;");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(content.whole().headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(world.get(STAFF, path).json().path("sha256").asString()).isEqualTo(hash);
        assertThat(world.get(STAFF, path + "/metadata").json().path("claimed")).isEmpty();
        assertThat(intentsLeft()).isZero();
    }

    @Test
    void aPartOfADocumentIsServed() {
        String path = world.given(request, "digits.txt", "0123456789")
                .path("endpoint")
                .asString();
        Reply part = world.call(STAFF, "GET", path, Map.of("Range", "bytes=2-4"), new byte[0]);
        assertThat(part.status()).isEqualTo(206);
        assertThat(new String(part.bytes(), UTF_8)).isEqualTo("234");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-4/10");
        Reply tail = world.call(STAFF, "GET", path, Map.of("Range", "bytes=-3"), new byte[0]);
        assertThat(new String(tail.bytes(), UTF_8)).isEqualTo("789");
        Reply beyond = world.call(STAFF, "GET", path, Map.of("Range", "bytes=10-"), new byte[0]);
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */10");
        Reply several = world.call(STAFF, "GET", path, Map.of("Range", "bytes=0-1,3-4"), new byte[0]);
        assertThat(several.status()).isEqualTo(200);
        Reply changed = world.call(
                STAFF, "GET", path, Map.of("Range", "bytes=0-1", "If-Range", "\"other\""), new byte[0]);
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void namesAreMadeHarmlessAndKeepTheirSigns() {
        JsonNode all = taken(world.upload(
                OWNER,
                uploads,
                Sent.of("../../etc/passwd", "1"),
                Sent.of("Grüße 📎.txt", "2"),
                new Sent("empty.pdf", new byte[0])));
        assertThat(all.valueStream().map(d -> d.path("name").asString()))
                .containsExactly("passwd", "Grüße 📎.txt", "empty.pdf");
        assertThat(codes(all.path(2))).containsExactly("empty-file");
        Reply content = world.get(STAFF, all.path(1).path("endpoint").asString());
        assertThat(content.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Gr__e _.txt\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%F0%9F%93%8E.txt");
        Reply empty = world.get(STAFF, all.path(2).path("endpoint").asString());
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.bytes()).isEmpty();
    }

    @Test
    void aNameWithALineBreakCannotReachAHeader() {
        Reply raw = world.call(
                OWNER,
                "POST",
                uploads,
                Map.of(
                        "X-File-Name",
                        "a%0D%0ASet-Cookie:%20b=c.txt",
                        "Content-Type",
                        "application/octet-stream"),
                "raw".getBytes(UTF_8));
        JsonNode document = taken(raw).path(0);
        assertThat(document.path("name").asString()).doesNotContain("\r", "\n");
        Reply content = world.get(STAFF, document.path("endpoint").asString());
        assertThat(content.header("Set-Cookie")).isEmpty();
        assertThat(new String(content.bytes(), UTF_8)).isEqualTo("raw");
    }

    @Test
    void whatIsNotWhatItsNameSaysIsFound() {
        JsonNode all = taken(world.upload(
                OWNER,
                uploads,
                Sent.of("report.pdf", "Only text"),
                Sent.of("page.txt", "<html><script>alert(1)</script></html>"),
                Sent.of("list.csv", "a,b\n1,2\n"),
                Sent.of("real.pdf", "%PDF-1.7\n%âãÏÓ\n")));
        assertThat(codes(all.path(0))).containsExactly("type-does-not-match-name");
        assertThat(codes(all.path(1))).containsExactly("type-does-not-match-name");
        assertThat(codes(all.path(2))).isEmpty();
        assertThat(codes(all.path(3))).isEmpty();
    }

    @Test
    void theSameBytesAreNamedWhereTheyWereGivenBefore() {
        world.given(request, "first.txt", "the same");
        String second = world.asked("DOCUMENT", "ORG-02");
        JsonNode again = world.given(second, "second.txt", "the same");
        assertThat(codes(again)).containsExactly("same-bytes-given-before");
        assertThat(again.path("findings").path(0).path("message").asString())
                .contains("first.txt", "to R-1 Give us the DOCUMENT");
        EvidenceWorld other = new EvidenceWorld(port, json, people, clients);
        assertThat(codes(other.given(other.asked("DOCUMENT", "ORG-01"), "third.txt", "the same")))
                .as("another client")
                .isEmpty();
    }

    @Test
    void theSameNameIsTheNextVersion() {
        world.given(request, "policy.txt", "old");
        JsonNode second = world.given(request, "policy.txt", "new");
        JsonNode elsewhere = world.given(world.asked("DOCUMENT", "ORG-02"), "policy.txt", "other");
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(elsewhere.path("version").asInt()).isEqualTo(1);
        JsonNode versions = world.get(STAFF, "/api/documents/" + second.path("id").asString() + "/versions")
                .json()
                .path("items");
        assertThat(versions.valueStream().map(d -> d.path("version").asInt())).containsExactly(2, 1);
    }

    @Test
    void anUploadSentTwiceHasOneEffect() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Reply first = world.upload(OWNER, uploads, key, Sent.of("a.txt", "one"), Sent.of("b.txt", "two"));
        Reply second = world.upload(OWNER, uploads, key, Sent.of("a.txt", "one"), Sent.of("b.txt", "two"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(world.request(STAFF, request).path("documents")).hasSize(2);
        assertThat(world.upload(OWNER, uploads, key, Sent.of("a.txt", "other"), Sent.of("b.txt", "two"))
                        .status())
                .isEqualTo(409);
        assertThat(world.upload(OWNER, uploads, key, Sent.of("c.txt", "one"), Sent.of("b.txt", "two"))
                        .status())
                .as("another name")
                .isEqualTo(409);
        assertThat(intentsLeft()).isZero();
        assertThat(bytesKept()).isEqualTo(2);
    }

    @Test
    void uploadsThatMeetAtOneRequestAllCount() throws Exception {
        Thread[] threads = new Thread[6];
        for (int i = 0; i < threads.length; i++) {
            Sent file = Sent.of("file" + i + ".txt", "content " + i);
            threads[i] = new Thread(() -> taken(world.upload(OWNER, uploads, file)));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(world.request(STAFF, request).path("documents")).hasSize(threads.length);
        assertThat(intentsLeft()).isZero();
    }

    @Test
    void aCutUploadLeavesNothing() throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + uploads + " HTTP/1.1\r\nHost: a\r\nAuthorization: " + world.authorization(OWNER)
                            + "\r\nContent-Type: multipart/form-data; boundary=edge\r\nContent-Length: 900000\r\n\r\n"
                            + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"whole.txt\"\r\n\r\n"
                            + "whole\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cut.txt\"\r\n\r\n"
                            + "x".repeat(300_000))
                    .getBytes(UTF_8));
            out.flush();
        }
        for (int tries = 0; tries < 100 && (intentsLeft() > 0 || bytesKept() > 0 || tries < 5); tries++) {
            EvidenceWorld.pause();
        }
        assertThat(intentsLeft()).isZero();
        assertThat(bytesKept()).isZero();
        assertThat(world.request(STAFF, request).path("documents")).isEmpty();
        assertThat(world.state(request)).isEqualTo("open");
    }

    @Test
    void anAuditorCannotGiveEvidenceInTheClientsName() {
        Reply refused = world.upload(STAFF, uploads, Sent.of("made up.txt", "x"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.toString()).contains("No auditor can upload client evidence in the client's name");
        String task = world.task(OWNER, "ProvideEvidence", request).path("id").asString();
        assertThat(world.upload(MANAGER, "/api/tasks/" + task + "/documents", Sent.of("made up.txt", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(world.request(STAFF, request).path("documents")).isEmpty();
    }

    @Test
    void aDocumentUploadedToATaskAnswersItsRequest() {
        JsonNode task = world.task(OWNER, "ProvideEvidence", request);
        String path = "/api/tasks/" + task.path("id").asString() + "/documents";
        JsonNode uploaded = taken(world.upload(OWNER, path, Sent.of("a.txt", "1"))).path(0);
        assertThat(uploaded.path("request").asString()).isEqualTo(request);
        JsonNode seen = world.task(OWNER, "ProvideEvidence", request);
        assertThat(seen.path("documents").path(0).path("id")).isEqualTo(uploaded.path("id"));
        world.done(OWNER, "ProvideEvidence", request, files(uploaded));
        assertThat(world.upload(OWNER, path, Sent.of("late.txt", "2")).status()).isEqualTo(409);
        assertThat(world.upload(OWNER, uploads, Sent.of("late.txt", "2")).status())
                .isEqualTo(409);
    }

    @Test
    void aDocumentOfAnotherRequestIsNoAnswer() {
        JsonNode elsewhere = world.given(world.asked("DOCUMENT", "ORG-02"), "a.txt", "1");
        var refused =
                world.audit.complete(OWNER, world.task(OWNER, "ProvideEvidence", request), files(elsewhere));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorFields()).containsExactly("files");
    }

    @Test
    void aWorkpaperIsTheFirmsOwn() {
        JsonNode task = world.audit.task(MANAGER, "PrepareProposal");
        JsonNode paper = taken(world.upload(
                        MANAGER,
                        "/api/tasks/" + task.path("id").asString() + "/documents",
                        Sent.of("thoughts.txt", "internal")))
                .path(0);
        assertThat(paper.path("madeBy").asString()).isEqualTo("auditor");
        assertThat(world.get(STAFF, paper.path("endpoint").asString()).status()).isEqualTo(200);
        assertThat(world.get(COMPLIANCE, paper.path("endpoint").asString()).status())
                .isEqualTo(404);
    }

    @Test
    void anUploadWithoutAFileIsMalformed() {
        assertThat(world.upload(OWNER, uploads).status()).isEqualTo(400);
        assertThat(world.call(OWNER, "POST", uploads, Map.of(), "x".getBytes(UTF_8)).status())
                .isEqualTo(400);
    }

    @Test
    void aDocumentTheApplicationMakesIsKept() throws IOException {
        UUID id = documents.keep(world.engagement(), "report.pdf", "application/pdf", "%PDF".getBytes(UTF_8));
        assertThat(documents.find(id)).get().extracting(DocumentFacts::madeBy).isEqualTo(MadeBy.APPLICATION);
        try (var bytes = documents.open(id)) {
            assertThat(bytes).hasContent("%PDF");
        }
        assertThat(documents.preview(List.of(UUID.randomUUID(), id))).singleElement().satisfies(preview -> assertThat(
                        preview.get("endpoint"))
                .isEqualTo("/api/documents/" + id + "/content"));
        String content = "/api/documents/" + id + "/content";
        assertThat(world.get(COMPLIANCE, content).status()).isEqualTo(200);
        assertThat(world.get(STAFF, content).status()).isEqualTo(200);
        assertThat(world.get(OWNER, content).status()).isEqualTo(404);
    }

    @Test
    void theReconcilerGivesUpWhatACrashLeftAndNothingElse() {
        DocumentKey crashed = leftBehind(Duration.ofHours(2));
        DocumentKey underWay = leftBehind(Duration.ofMinutes(30));
        UUID counts = UUID.fromString(world.given(request, "counts.txt", "1").path("id").asString());
        age(new DocumentKey(world.engagement(), counts), Duration.ofHours(2), true);

        reconciler.run();
        assertThat(store.size(crashed)).as("never counted").isEmpty();
        assertThat(store.size(underWay)).as("may still be under way").isPresent();
        assertThat(store.size(new DocumentKey(world.engagement(), counts)))
                .as("counts")
                .isPresent();
        assertThat(intentsLeft()).isEqualTo(1);
    }

    private DocumentKey leftBehind(Duration age) {
        DocumentKey key = intents.open(world.engagement());
        store.put(key, new ByteArrayInputStream("left".getBytes(UTF_8)), 100);
        age(key, age, false);
        return key;
    }

    private void age(DocumentKey key, Duration age, boolean insert) {
        String sql = insert
                ? "insert into upload_intent (started_at, abandoned, id, engagement_id) values (?, false, ?, '"
                        + key.engagement() + "')"
                : "update upload_intent set started_at = ? where id = ?";
        database.sql(sql)
                .params(
                        java.time.LocalDateTime.now(java.time.ZoneOffset.UTC).minus(age),
                        key.document().toString())
                .update();
    }

    @Test
    void anIntentThatWasGivenUpCanNeverCount() {
        DocumentKey key = intents.open(EngagementId.of(world.audit.engagement));
        assertThat(intents.abandon(key.document())).isTrue();
        assertThat(intents.olderThan(Duration.ofSeconds(-5))).contains(key);
        intents.forget(key.document());
        assertThat(intents.abandon(key.document())).isFalse();
    }
}
