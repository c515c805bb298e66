package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.engagement.FileClosing;
import io.tickmark.kernel.Conflict;
import io.tickmark.storage.DocumentKey;
import io.tickmark.storage.DocumentStore;
import io.tickmark.storage.Retention.Mode;
import io.tickmark.storage.S3Server;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Retention and legal hold: what the store is told, when, and what the application itself refuses. */
class KeepingDocumentsTest extends OverHttp {

    private static final String PARTNER = "audit-partner";

    @Autowired
    RetainDocuments retaining;

    @Autowired
    RetentionsDue due;

    @Autowired
    Retentions retentions;

    @Autowired
    Documents documents;

    @Autowired
    DocumentRepository rows;

    @Autowired
    IntegrityAlarm alarm;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    private UUID document;

    @BeforeEach
    void aDocumentThatCounts() {
        document = UUID.fromString(world.given(world.asked("DOCUMENT", "ORG-01"), "a.txt", "kept")
                .path("id")
                .asString());
    }

    @Test
    @Tag("database")
    void whatCountsIsRetainedAfterItsTransaction() {
        assertThat(isDue()).isTrue();
        assertThat(retentions.told(document)).isEmpty();
        tell(retaining);
        assertThat(isDue()).isFalse();
        assertThat(retentions.told(document)).hasValueSatisfying(told -> {
            assertThat(told.retention().mode()).isEqualTo(Mode.GOVERNANCE);
            assertThat(told.retention().until()).isAfter(clock.instant().plus(Duration.ofDays(6 * 365)));
            assertThat(told.held()).isFalse();
        });
    }

    @Test
    void whatNeverCountedIsNotRetained() {
        StoredDocument stored = documents.store(world.engagement(), "draft.pdf", "application/pdf", new byte[1]);
        transaction.executeWithoutResult(status -> {
            documents.count(stored);
            status.setRollbackOnly();
        });
        documents.release(stored);
        assertThat(database.sql("select count(*) from retention_due where engagement_id = ?")
                        .param(world.audit.engagement)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theLockOfTheFileMakesItCompliance() {
        tell(retaining);
        lockFile();
        assertThat(isDue()).isTrue();
        tell(retaining);
        assertThat(retentions.told(document).orElseThrow().retention().mode()).isEqualTo(Mode.COMPLIANCE);
        assertThatThrownBy(() -> documents.erase(document))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("locked");
        assertThat(store.size(key())).isPresent();
    }

    @Test
    @Tag("database")
    void aLockWhileTheStoreIsToldIsNotLost() {
        RetentionsDue.Due before = due.next(10_000).stream()
                .filter(next -> next.document().equals(document))
                .findFirst()
                .orElseThrow();
        lockFile();
        // the order from before the lock comes to its end
        due.done(before);
        assertThat(isDue()).isTrue();
    }

    @Test
    void aFileGivenByMistakeCanBeErasedWhileTheFileIsOpen() {
        documents.erase(document);
        assertThat(store.size(key())).isEmpty();
        assertThat(documents.find(document)).as("its row stays").isPresent();
    }

    @Test
    void aLegalHoldIsThePartnersAndKeepsEverything() {
        String hold = "/api/engagements/" + world.engagement() + "/legal-hold";
        Map<String, Object> on = Map.of("on", true, "reason", "Litigation");
        assertThat(world.audit.put(MANAGER, hold, on).status()).isEqualTo(403);
        assertThat(world.audit.put(COMPLIANCE, hold, on).status()).isEqualTo(403);
        assertThat(world.audit.get(COMPLIANCE, hold).status()).isEqualTo(403);
        assertThat(anotherWorld().audit.get(COMPLIANCE, hold).status()).isEqualTo(404);
        assertThat(world.audit.put(PARTNER, hold, Map.of("on", true)).errorFields())
                .containsExactly("reason");
        tell(retaining);
        var set = world.audit.put(PARTNER, hold, on);
        assertThat(set.status()).as("%s", set).isEqualTo(200);
        assertThat(world.audit.get(MANAGER, hold).body().path("reason").asString())
                .isEqualTo("Litigation");
        tell(retaining);
        assertThat(retentions.told(document).orElseThrow().held()).isTrue();
        assertThatThrownBy(() -> documents.erase(document)).hasMessageContaining("legal hold");

        world.audit.put(PARTNER, hold, Map.of("on", false, "reason", "Settled"));
        tell(retaining);
        assertThat(retentions.told(document).orElseThrow().held()).isFalse();
        assertThat(world.audit
                        .get(MANAGER, "/api/engagements/" + world.engagement() + "/trail?limit=200")
                        .body()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("event").asString()))
                .contains("legal-hold-set", "legal-hold-lifted");
    }

    @Test
    void aStoreThatIsAwayIsToldLater(@TempDir Path folder) throws Exception {
        try (S3Server server = new S3Server(folder)) {
            server.stop();
            DocumentStore away = server.store();
            RetainDocuments telling = new RetainDocuments(due, retentions, rows, away, alarm);
            tell(telling);
            assertThat(isDue()).isTrue();
            assertThat(retentions.told(document)).isEmpty();
            assertThat(due.next(10_000)).as("after a pause").noneMatch(next -> next.document()
                    .equals(document));
            server.restart();
            tell(telling);
            assertThat(isDue()).isFalse();
            ((AutoCloseable) away).close();
        }
    }

    @Test
    void anAdministratorSeesTheStoreAndNobodyElse() {
        var shown = world.audit.get("admin", "/api/document-store");
        assertThat(shown.status()).as("%s", shown).isEqualTo(200);
        assertThat(shown.body().path("says").asString()).contains("files in").contains("the application alone refuses");
        assertThat(shown.body().path("objectLock").asBoolean(true)).isFalse();
        assertThat(world.audit.get(PARTNER, "/api/document-store").status()).isEqualTo(403);
        assertThat(world.audit.get(COMPLIANCE, "/api/document-store").status()).isEqualTo(403);
    }

    /** Ours before those that other tests have left. */
    private void tell(RetainDocuments telling) {
        database.sql("update retention_due set next_try = ? where document_id = ?")
                .params(Timestamp.valueOf(LocalDateTime.of(2020, 1, 1, 0, 0)), document.toString())
                .update();
        telling.run();
    }

    private void lockFile() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new FileClosing(world.engagement()));
            Instant now = clock.instant();
            database.sql("insert into file_lock (engagement_id, locked_at, head_seq, head_hash) values (?, ?, 1, 'h')")
                    .params(
                            world.engagement().toString(),
                            Timestamp.valueOf(
                                    LocalDateTime.ofInstant(now, ZoneOffset.UTC).withNano(0)))
                    .update();
        });
    }

    private boolean isDue() {
        return database.sql("select count(*) from retention_due where document_id = ?")
                        .param(document.toString())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private DocumentKey key() {
        return new DocumentKey(world.engagement(), document);
    }
}
