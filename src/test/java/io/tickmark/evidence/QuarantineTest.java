package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Wait;
import io.tickmark.extraction.ClamAv;
import io.tickmark.extraction.TextExtractor;
import io.tickmark.trail.Trail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** A document in which a real scanner finds malware is locked away, and says so. */
@Tag("clamav")
class QuarantineTest extends OverHttp {

    @Autowired
    DocumentRepository documents;

    @Autowired
    TextExtractor extractor;

    @Autowired
    ReadingQueue queue;

    @Autowired
    Readings readings;

    @Autowired
    Intake intake;

    @Autowired
    IntegrityAlarm alarm;

    @Autowired
    RequestRepository table;

    @Autowired
    Trail trail;

    @Autowired
    ReadingSettings settings;

    @Autowired
    Clock clock;

    @Test
    void malwareIsLockedAwayAndNobodysEvidence(@TempDir Path folder, @Autowired PlatformTransactionManager transactions)
            throws Exception {
        String request = world.asked("DOCUMENT", "ORG-01");
        JsonNode clean = world.given(request, "clean.txt", "nothing wrong");
        JsonNode infected = world.given(request, "infected.txt", "some " + ClamAv.MALWARE);
        try (ClamAv server = new ClamAv(folder, 5_000_000)) {
            ReadDocument reading = new ReadDocument(
                    documents,
                    table,
                    store,
                    extractor,
                    server.scanner(),
                    queue,
                    readings,
                    intake,
                    alarm,
                    people,
                    trail,
                    settings,
                    transactions,
                    clock);
            read(reading, clean);
            read(reading, infected);
        }
        String path = "/api/documents/" + infected.path("id").asString();
        JsonNode seen = world.get(STAFF, path).json();
        assertThat(seen.path("state").asString()).isEqualTo("quarantined");
        assertThat(seen.path("malware").asString()).isEqualTo("found");
        assertThat(seen.path("findings").path(0).path("code").asString()).isEqualTo("malware");
        assertThat(seen.path("findings").path(0).path("severity").asString()).isEqualTo("error");
        assertThat(world.get(STAFF, path + "/content").status()).isEqualTo(403);
        assertThat(world.get(OWNER, path + "/content").status()).isEqualTo(403);
        assertThat(world.get(STAFF, path + "/preview").status()).isEqualTo(403);
        assertThat(new String(
                        world.get(STAFF, "/api/requests/" + request + "/binder").bytes(), StandardCharsets.ISO_8859_1))
                .contains("/clean.txt")
                .doesNotContain("/infected.txt");
        assertThat(world.get(STAFF, path + "/metadata")
                        .json()
                        .path("malware")
                        .path("detail")
                        .asString())
                .startsWith("Tickmark.Test");
        assertThat(world.audit
                        .post(OWNER, path + "/findings/malware/override", Map.of("reason", "I like it"))
                        .status())
                .isEqualTo(409);
        assertThat(world.trail()).contains("document-quarantined");
        JsonNode other = world.get(STAFF, "/api/documents/" + clean.path("id").asString())
                .json();
        assertThat(other.path("malware").asString()).isEqualTo("clean");
        assertThat(other.path("state").asString()).isEqualTo("read");
        world.done(OWNER, "ProvideEvidence", request, EvidenceWorld.files(clean, infected));
        world.done(STAFF, "ReviewEvidence", request, EvidenceWorld.ACCEPT);
        for (int tries = 0; tries < 100 && !world.state(request).equals("accepted"); tries++) {
            Wait.pause(50);
        }
        assertThat(world.get(STAFF, path).json().path("state").asString())
                .as("not accepted with the others")
                .isEqualTo("quarantined");
    }

    private void read(ReadDocument reading, JsonNode document) {
        UUID taker = UUID.randomUUID();
        database.sql("insert into reading_job (document_id, due_at, tries, taken_by, taken_until)"
                        + " values (?, '2020-01-01 00:00:00', 1, ?, '2999-01-01 00:00:00')")
                .params(document.path("id").asString(), taker.toString())
                .update();
        reading.read(UUID.fromString(document.path("id").asString()), taker);
    }
}
