package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static io.tickmark.evidence.EvidenceWorld.files;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Wait;
import io.tickmark.evidence.EvidenceWorld.Reply;
import io.tickmark.evidence.EvidenceWorld.Sent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UploadsOverHttpTest extends OverHttp {

    private String request;
    private String uploads;

    @BeforeEach
    void anOpenRequest() {
        request = world.asked("DOCUMENT", "ORG-01");
        uploads = uploads(request);
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
    void anUploadSentAgainAfterItsRequestWasHandedInIsAnsweredAsBefore() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String task = world.task(OWNER, "ProvideEvidence", request).path("id").asString();
        String path = "/api/tasks/" + task + "/documents";
        Reply first = world.upload(OWNER, path, key, Sent.of("a.txt", "one"));
        world.done(OWNER, "ProvideEvidence", request, files(taken(first).path(0)));
        Reply again = world.upload(OWNER, path, key, Sent.of("a.txt", "one"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(world.upload(OWNER, path, key, Sent.of("a.txt", "two")).status())
                .as("the same key for other bytes")
                .isEqualTo(409);
        assertThat(bytesKept()).isEqualTo(1);
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
            Wait.pause(50);
        }
        assertThat(intentsLeft()).isZero();
        assertThat(bytesKept()).isZero();
        assertThat(world.request(STAFF, request).path("documents")).isEmpty();
        assertThat(world.state(request)).isEqualTo("open");
    }

    @Test
    void aZipIsOneDocumentOrTheFilesInItAsItsSenderChooses() throws IOException {
        Sent zip = new Sent("march.zip", zip("joiners/a.txt", "one", "leavers/a.txt", "two"));
        assertThat(names(taken(world.upload(OWNER, uploads, zip)))).containsExactly("march.zip");
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Reply first = world.upload(OWNER, uploads + "?unpack=true", key, zip, Sent.of("beside.txt", "three"));
        assertThat(names(taken(first))).containsExactly("joiners - a.txt", "leavers - a.txt", "beside.txt");
        assertThat(world.upload(OWNER, uploads + "?unpack=true", key, zip, Sent.of("beside.txt", "three"))
                        .bytes())
                .isEqualTo(first.bytes());
        assertThat(world.request(STAFF, request).path("documents")).hasSize(4);
        assertThat(world.entries("document-received"))
                .extracting(entry -> entry.path("facts").path("unpackedFrom").asString(""))
                .containsExactlyInAnyOrder("", "march.zip", "march.zip", "");
    }

    @Test
    void nothingOfAZipCountsWhenOneOfItsFilesCannotBeUnpacked() throws IOException {
        byte[] encrypted = zip("a.txt", "one");
        encrypted[6] |= 1;
        Reply refused =
                world.upload(OWNER, uploads + "?unpack=true", Sent.of("first.txt", "x"), new Sent("b.zip", encrypted));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.toString()).contains("encrypted");
        assertThat(world.request(STAFF, request).path("documents")).isEmpty();
        assertThat(intentsLeft()).isZero();
        assertThat(bytesKept()).isZero();
    }

    private static List<String> names(JsonNode documents) {
        return documents.valueStream().map(it -> it.path("name").asString()).toList();
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
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
        JsonNode uploaded =
                taken(world.upload(OWNER, path, Sent.of("a.txt", "1"))).path(0);
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
        var refused = world.audit.complete(OWNER, world.task(OWNER, "ProvideEvidence", request), files(elsewhere));
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
        assertThat(world.call(OWNER, "POST", uploads, Map.of(), "x".getBytes(UTF_8))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String head = "POST " + uploads + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: "
                    + world.authorization(OWNER) + "\r\nContent-Type: application/octet-stream\r\n"
                    + "X-File-Name: big.bin\r\nContent-Length: 300000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 413");
        }
        assertThat(intentsLeft()).isZero();
    }

    @Test
    void aSuspendedEngagementTakesNoDocuments() {
        String engagement = "/api/engagements/" + world.audit.engagement;
        assertThat(world.audit
                        .post(MANAGER, engagement + "/suspend", Map.of("reason", "Strike"))
                        .status())
                .isEqualTo(200);
        assertThat(world.upload(OWNER, uploads, Sent.of("a.txt", "1")).status()).isEqualTo(409);
        assertThat(world.audit
                        .post(MANAGER, engagement + "/resume", Map.of("reason", "Over"))
                        .status())
                .isEqualTo(200);
        assertThat(world.upload(OWNER, uploads, Sent.of("a.txt", "1")).status()).isEqualTo(201);
    }
}
