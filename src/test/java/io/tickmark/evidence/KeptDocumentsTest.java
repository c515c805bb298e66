package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kernel.EngagementId;
import io.tickmark.storage.DocumentKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KeptDocumentsTest extends OverHttp {

    @Autowired
    Documents documents;

    @Autowired
    Intents intents;

    @Autowired
    Reconciler reconciler;

    @Test
    void aDocumentTheApplicationMakesIsKept() throws IOException {
        StoredDocument stored =
                documents.store(world.engagement(), "report.pdf", "application/pdf", "%PDF".getBytes(UTF_8));
        assertThat(documents.find(stored.id())).as("stored only").isEmpty();
        transaction.executeWithoutResult(status -> documents.count(stored));
        UUID id = stored.id();
        assertThat(documents.find(id)).get().extracting(DocumentFacts::madeBy).isEqualTo(MadeBy.APPLICATION);
        try (var bytes = documents.open(id)) {
            assertThat(bytes).hasContent("%PDF");
        }
        assertThat(documents.preview(List.of(UUID.randomUUID(), id)))
                .singleElement()
                .satisfies(
                        preview -> assertThat(preview.get("endpoint")).isEqualTo("/api/documents/" + id + "/content"));
        String content = "/api/documents/" + id + "/content";
        assertThat(world.get(COMPLIANCE, content).status()).isEqualTo(200);
        assertThat(world.get(STAFF, content).status()).isEqualTo(200);
        assertThat(world.get(OWNER, content).status()).isEqualTo(404);
    }

    @Test
    void theReconcilerGivesUpWhatACrashLeftAndNothingElse() {
        String request = world.asked("DOCUMENT", "ORG-01");
        DocumentKey crashed = leftBehind(Duration.ofHours(2));
        DocumentKey underWay = leftBehind(Duration.ofMinutes(30));
        UUID counts = UUID.fromString(
                world.given(request, "counts.txt", "1").path("id").asString());
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
                        Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC).minus(age)),
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

    @Test
    void whatAKilledStepStoredIsGivenUpByTheReconciler() {
        StoredDocument stored =
                documents.store(world.engagement(), "draft.pdf", "application/pdf", "%PDF".getBytes(UTF_8));
        transaction.executeWithoutResult(status -> {
            documents.count(stored);
            status.setRollbackOnly();
        });
        assertThat(documents.find(stored.id())).isEmpty();
        DocumentKey left = stored.key();
        assertThat(store.size(left)).isPresent();
        age(left, Duration.ofHours(2), false);
        reconciler.run();
        assertThat(store.size(left)).isEmpty();
        assertThat(intentsLeft()).isZero();
    }

    @Test
    void aDocumentThatIsNotWhatWasTakenInIsRefusedAndTheTrailSaysSo() {
        UUID id = UUID.fromString(world.given(world.asked("DOCUMENT", "ORG-01"), "a.txt", "whole")
                .path("id")
                .asString());
        DocumentKey key = new DocumentKey(world.engagement(), id);
        store.delete(key);
        store.put(key, new ByteArrayInputStream("other".getBytes(UTF_8)), 100);
        assertThat(trail("integrity-failure")).isEmpty();
        try {
            assertThat(world.get(STAFF, "/api/documents/" + id + "/content").status())
                    .isEqualTo(500);
        } catch (java.io.UncheckedIOException cut) {
            // the answer had begun: it is broken off
        }
        assertThat(trail("integrity-failure")).containsExactly(id.toString());
    }

    @Test
    void noByteIsTakenForALockedFile() {
        String request = world.asked("DOCUMENT", "ORG-01");
        long before = bytesKept();
        transaction.executeWithoutResult(status -> database.sql(
                        "insert into file_lock (engagement_id, locked_at, head_seq, head_hash) values (?, ?, 1, 'h')")
                .params(world.engagement().toString(), Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC)))
                .update());
        var refused = world.upload(OWNER, uploads(request), EvidenceWorld.Sent.of("late.txt", "1"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.toString()).contains("The file was locked");
        assertThat(bytesKept()).isEqualTo(before);
    }

    private List<String> trail(String event) {
        return world.audit
                .get("audit-manager", "/api/engagements/" + world.engagement() + "/trail?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("event").asString().equals(event))
                .map(entry -> entry.path("facts").path("document").asString())
                .toList();
    }
}
