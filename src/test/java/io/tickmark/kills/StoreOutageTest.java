package io.tickmark.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.storage.S3Server;
import io.tickmark.storage.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The S3 server dies in the middle of an upload, and the application does: what was acknowledged is there, nothing else. */
class StoreOutageTest {

    private static final int MEGA = 1 << 20;
    private static final String OWNER = "control-owner";
    private static final String CONTROLS = """
            id,title,description,criteria,frequency,nature,evidence_requests
            ORG-01,Code of conduct,Everybody signs.,CC1.1,per_event,preventive/manual,DOC code
            """;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedOutlivesTheStoreAndTheApplication() throws IOException {
        Path home = Files.createDirectories(folder.resolve("installation"));
        try (S3Server store = new S3Server(folder.resolve("s3"));
                var application = new ForkedTickmark(home, settings(store))) {
            application.launch();
            application.ready();
            World world = new World(application);
            String uploads = "/api/requests/" + request(world) + "/documents";

            Reply first = upload(application, uploads, "first.txt", text("kept"));
            assertThat(first.status()).as(first.body()).isEqualTo(201);
            Reply broken = upload(
                    application, uploads, "broken.bin", Streams.at(20 * MEGA, Streams.ofZeros(60 * MEGA), store::stop));
            assertThat(broken.status()).as(broken.body()).isEqualTo(503);
            assertThat(broken.json().path("detail").asString()).contains("try again");
            assertThat(upload(application, uploads, "away.txt", text("away")).status())
                    .isEqualTo(503);
            assertThat(world.get(OWNER, "/api/tasks").status())
                    .as("the tasklist")
                    .isEqualTo(200);
            assertThat(documents(world, uploads)).containsExactly("first.txt");

            store.restart();
            application.ready();
            assertThat(world.get(OWNER, content(first)).body()).isEqualTo("kept");
            assertThat(upload(application, uploads, "second.bin", Streams.ofZeros(60 * MEGA))
                            .status())
                    .isEqualTo(201);

            killedInTheMiddle(application, uploads);
            application.launch();
            application.ready();
            world.moved();
            assertThat(documents(world, uploads)).containsExactlyInAnyOrder("first.txt", "second.bin");
            assertThat(world.get(OWNER, content(first)).body()).isEqualTo("kept");
        }
    }

    private static void killedInTheMiddle(ForkedTickmark application, String uploads) {
        try {
            upload(
                    application,
                    uploads,
                    "killed.bin",
                    Streams.at(20 * MEGA, Streams.ofZeros(60 * MEGA), application::kill));
        } catch (UncheckedIOException nobodyAnswers) {
            return;
        }
        throw new AssertionError("A dead application answered");
    }

    private static Map<String, String> settings(S3Server store) {
        Map<String, String> settings = new HashMap<>();
        settings.put("tickmark.demo.mode", "false");
        settings.put("tickmark.documents.endpoint", store.endpoint());
        settings.put("tickmark.documents.bucket", S3Server.BUCKET);
        settings.put("tickmark.documents.access-key", S3Server.ACCESS_KEY);
        settings.put("tickmark.documents.secret-key", S3Server.SECRET_KEY);
        settings.put("tickmark.documents.timeout", "PT5S");
        return settings;
    }

    private static String request(World world) {
        world.importControls(CONTROLS);
        String engagement = World.ok(world.post(
                        "audit-manager", "/api/engagements", Map.of("client", world.client(), "team", world.team())))
                .path("id")
                .asString();
        Map<String, Object> asked = Map.of(
                "title",
                "The code",
                "kind",
                "DOCUMENT",
                "controls",
                List.of("ORG-01"),
                "owner",
                OWNER,
                "due",
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30).toString());
        return World.ok(world.post("audit-manager", "/api/engagements/" + engagement + "/requests", asked))
                .path("id")
                .asString();
    }

    private static Reply upload(ForkedTickmark application, String path, String name, InputStream bytes) {
        return Caller.basic(application.port(), OWNER, World.PASSWORD)
                .with("X-File-Name", name)
                .send("POST", path, BodyPublishers.ofInputStream(() -> bytes), "application/octet-stream");
    }

    private static List<String> documents(World world, String uploads) {
        String request = uploads.substring(0, uploads.lastIndexOf('/'));
        return World.ok(world.get(OWNER, request))
                .path("documents")
                .valueStream()
                .map(document -> document.path("name").asString())
                .toList();
    }

    private static String content(Reply uploaded) {
        return uploaded.json().path(0).path("endpoint").asString();
    }

    private static InputStream text(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
