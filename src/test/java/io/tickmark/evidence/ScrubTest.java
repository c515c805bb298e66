package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The check of all documents finds every byte that changed and every document that is gone, and says so once. */
@Tag("database")
class ScrubTest extends OverHttp {

    private static final long AT_ONCE = 1L << 40;

    @Autowired
    Scrub scrub;

    @Autowired
    ScrubProgress progress;

    @Autowired
    IntegrityFindings findings;

    private final UUID other = UUID.randomUUID();
    private String request;

    @BeforeEach
    void aRoundIsDue() {
        request = world.asked("DOCUMENT", "ORG-01");
        database.sql("update scrub set ended_at = null, began_at = null, last_id = null, holder = null")
                .update();
    }

    @Test
    void everyFlippedByteAndEveryLostDocumentIsFoundOnceAndForgottenWhenItIsWhole() throws IOException {
        UUID whole = given("whole.txt", "whole");
        UUID flipped = given("flipped.txt", "abcdef");
        UUID lost = given("lost.txt", "lost");
        Files.writeString(file(flipped), "abcdeg");
        Files.delete(file(lost));
        scrub.run(AT_ONCE);
        assertThat(broken()).containsExactlyInAnyOrder(flipped, lost).doesNotContain(whole);
        assertThat(alarms("integrity-failure")).containsExactlyInAnyOrder(flipped.toString(), lost.toString());
        assertThat(shown()).contains(flipped.toString(), lost.toString());
        assertThat(progress.now().ended()).isNotNull();

        scrub.run(AT_ONCE);
        assertThat(alarms("integrity-failure")).as("said once").hasSize(2);

        Files.writeString(file(flipped), "abcdef");
        Files.writeString(file(lost), "lost");
        scrub.run(AT_ONCE);
        assertThat(broken()).isEmpty();
        assertThat(alarms("integrity-restored")).containsExactlyInAnyOrder(flipped.toString(), lost.toString());
    }

    @Test
    void aRoundGoesOnWhereItStopped() throws IOException {
        List<UUID> ours = List.of(given("a.txt", "a"), given("b.txt", "b")).stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        for (UUID each : ours) {
            Files.writeString(file(each), "x");
        }
        assertThat(progress.take(other)).isTrue();
        progress.begin(other);
        assertThat(progress.read(other, ours.get(0))).isTrue();
        progress.leave(other);
        // as after a restart
        scrub.run(AT_ONCE);
        assertThat(broken()).as("the first was read before").containsExactly(ours.get(1));
        database.sql("delete from integrity_finding").update();
    }

    @Test
    void oneNodeAtATimeIsAtItAndAnotherTakesOverFromOneThatDied() throws IOException {
        UUID document = given("a.txt", "a");
        Files.writeString(file(document), "x");
        assertThat(progress.take(other)).isTrue();
        scrub.run(AT_ONCE);
        assertThat(broken()).isEmpty();
        database.sql("update scrub set leased_until = ?")
                .param(Timestamp.valueOf(LocalDateTime.of(2020, 1, 1, 0, 0)))
                .update();
        scrub.run(AT_ONCE);
        assertThat(broken()).containsExactly(document);
        assertThat(progress.read(other, document)).as("has lost it").isFalse();
        database.sql("delete from integrity_finding").update();
    }

    @Test
    void bytesPassNoFasterThanAllowed() {
        long begin = System.nanoTime();
        Pace pace = new Pace(10 << 20);
        for (int i = 0; i < 32; i++) {
            pace.passed(1 << 16, () -> {});
        }
        assertThat((System.nanoTime() - begin) / 1_000_000).isBetween(170L, 5_000L);
    }

    private UUID given(String name, String text) {
        return UUID.fromString(world.given(request, name, text).path("id").asString());
    }

    private Path file(UUID document) {
        return Path.of(
                "target/documents-" + System.getProperty("tickmark.fork", "1"),
                world.engagement().toString(),
                document.toString());
    }

    private List<UUID> broken() {
        return findings.all().stream()
                .filter(found -> found.engagement().equals(world.engagement()))
                .map(IntegrityFindings.Found::document)
                .toList();
    }

    private String shown() {
        return world.audit
                .get("admin", "/api/document-store")
                .body()
                .path("broken")
                .toString();
    }

    private List<String> alarms(String event) {
        return world.audit
                .get(MANAGER, "/api/engagements/" + world.engagement() + "/trail?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("event").asString().equals(event))
                .map(entry -> entry.path("facts").path("document").asString())
                .toList();
    }
}
