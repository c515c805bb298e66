package io.tickmark.evidence;

import io.tickmark.kernel.EngagementId;
import io.tickmark.storage.DocumentKey;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is being written to the store. A row is there before the first byte; it goes in the transaction that makes the
 * document count, so that whoever finds the row knows that its bytes do not.
 */
@Component
class Intents {

    private final JdbcClient database;

    Intents(JdbcClient database) {
        this.database = database;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public DocumentKey open(EngagementId engagement) {
        DocumentKey key = new DocumentKey(engagement, UUID.randomUUID());
        database.sql("insert into upload_intent (id, engagement_id, started_at, abandoned) values (?, ?, ?, false)")
                .params(key.document().toString(), engagement.toString(), Timestamp.valueOf(realNow()))
                .update();
        return key;
    }

    /**
     * Ends the intent since its document counts now, and has the store told to keep it; false when the reconciler has
     * given it up before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settle(UUID document) {
        database.sql("insert into retention_due (document_id, engagement_id, round_no, tries, next_try)"
                        + " select id, engagement_id, 1, 0, started_at from upload_intent"
                        + " where id = ? and abandoned = false")
                .param(document.toString())
                .update();
        return database.sql("delete from upload_intent where id = ? and abandoned = false")
                        .param(document.toString())
                        .update()
                == 1;
    }

    /** From here on it can never count; false when it counts already, or is gone: then its bytes must stay. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean abandon(UUID document) {
        return database.sql("update upload_intent set abandoned = true where id = ?")
                        .param(document.toString())
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forget(UUID document) {
        database.sql("delete from upload_intent where id = ?")
                .param(document.toString())
                .update();
    }

    @Transactional(readOnly = true)
    public List<DocumentKey> olderThan(Duration age) {
        return database.sql("select id, engagement_id from upload_intent where started_at < ? order by started_at")
                .param(Timestamp.valueOf(realNow().minus(age)))
                .query((row, n) -> new DocumentKey(
                        EngagementId.of(row.getString("engagement_id")), UUID.fromString(row.getString("id"))))
                .list();
    }

    /** Not the application's clock: a demo that moves it would make an upload under way look left behind. */
    private static LocalDateTime realNow() {
        return LocalDateTime.now(ZoneOffset.UTC).withNano(0);
    }
}
