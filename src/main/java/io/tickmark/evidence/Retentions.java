package io.tickmark.evidence;

import io.tickmark.engagement.FileLock;
import io.tickmark.engagement.LockedFile;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.storage.Retention;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long each document is kept, as the state of its file asks, and as the store was told last. */
@Component
class Retentions {

    private final JdbcClient database;
    private final FileLock lock;
    private final LegalHolds holds;
    private final KeepingRules rules;
    private final Clock clock;

    Retentions(JdbcClient database, FileLock lock, LegalHolds holds, KeepingRules rules, Clock clock) {
        this.database = database;
        this.lock = lock;
        this.holds = holds;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param held on legal hold, whatever the retention says */
    record Kept(Retention retention, boolean held) {}

    /**
     * What is to be: while the file is open a document given by mistake can still be taken out by two people, from its
     * lock on nothing can (AT-C 105: documentation is not removed after the file is assembled).
     */
    @Transactional(readOnly = true)
    public Kept asked(Document document) {
        Optional<Instant> locked = lock.find(document.engagement()).map(LockedFile::at);
        Instant from = locked.orElseGet(() -> clock.instant());
        Instant until =
                from.atOffset(ZoneOffset.UTC).plusYears(rules.retentionYears()).toInstant();
        Retention.Mode mode = locked.isPresent() ? Retention.Mode.COMPLIANCE : Retention.Mode.GOVERNANCE;
        return new Kept(
                new Retention(mode, until), holds.find(document.engagement()).isPresent());
    }

    /** Throws {@link Conflict} for what nobody may delete: the application's own refusal, whatever the store can. */
    void refuseErasing(Document document) {
        Kept asked = asked(document);
        if (asked.held()) {
            throw new Conflict("The engagement is on legal hold; nothing of it is deleted");
        }
        if (asked.retention().mode() == Retention.Mode.COMPLIANCE) {
            throw new Conflict("The file is locked; its documents are kept until "
                    + LocalDate.ofInstant(asked.retention().until(), ZoneOffset.UTC));
        }
    }

    /** What the store was told; empty where it was told nothing yet. */
    @Transactional(readOnly = true)
    public Optional<Kept> told(UUID document) {
        return database.sql("select mode_name, until_at, held from document_retention where document_id = ?")
                .param(document.toString())
                .query((row, n) -> new Kept(
                        new Retention(
                                Retention.Mode.valueOf(row.getString("mode_name")),
                                DatabaseTime.instant(row.getTimestamp("until_at"))),
                        row.getBoolean("held")))
                .optional();
    }

    /** @param byStore whether the store itself refuses to delete it */
    @Transactional
    public void told(UUID document, Kept kept, boolean byStore) {
        Timestamp until = DatabaseTime.of(kept.retention().until());
        int changed = database.sql("update document_retention set mode_name = ?, until_at = ?, held = ?, by_store = ?"
                        + " where document_id = ?")
                .params(kept.retention().mode().name(), until, kept.held(), byStore, document.toString())
                .update();
        if (changed == 0) {
            database.sql("insert into document_retention (mode_name, until_at, held, by_store, document_id)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(kept.retention().mode().name(), until, kept.held(), byStore, document.toString())
                    .update();
        }
    }
}
