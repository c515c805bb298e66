package io.tickmark.evidence;

import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.EngagementId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documents whose retention the store is still to be told. A row comes in the transaction that makes a document count
 * or changes how long it is kept, and goes when the store has said yes.
 */
@Component
class RetentionsDue {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int FIRST_PAUSE_SECONDS = 10;

    private final JdbcClient database;
    private final Clock clock;

    RetentionsDue(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param round which order for this document it is: a later one may come meanwhile */
    record Due(UUID document, int round, int tries) {}

    /** All documents of an engagement, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void all(EngagementId engagement) {
        Timestamp now = now();
        database.sql(
                        "update retention_due set round_no = round_no + 1, tries = 0, next_try = ? where engagement_id = ?")
                .params(now, engagement.toString())
                .update();
        database.sql("insert into retention_due (document_id, engagement_id, round_no, tries, next_try)"
                        + " select d.id, d.engagement_id, 1, 0, ? from document d"
                        + " left join retention_due r on r.document_id = d.id"
                        + " where d.engagement_id = ? and r.document_id is null")
                .params(now, engagement.toString())
                .update();
    }

    @Transactional(readOnly = true)
    public List<Due> next(int most) {
        return database.sql("select document_id, round_no, tries from retention_due where next_try <= ?"
                        + " order by next_try, document_id limit " + most)
                .param(now())
                .query((row, n) -> new Due(
                        UUID.fromString(row.getString("document_id")), row.getInt("round_no"), row.getInt("tries")))
                .list();
    }

    /** Done, unless another order for the document has come meanwhile. */
    @Transactional
    public void done(Due due) {
        database.sql("delete from retention_due where document_id = ? and round_no = ?")
                .params(due.document().toString(), due.round())
                .update();
    }

    /** Tried again, after a pause that doubles up to an hour. */
    @Transactional
    public void later(Due due) {
        long pause = Math.min(LONGEST_PAUSE.toSeconds(), (long) FIRST_PAUSE_SECONDS << Math.min(due.tries(), 20));
        database.sql("update retention_due set tries = tries + 1, next_try = ? where document_id = ? and round_no = ?")
                .params(
                        Timestamp.valueOf(now().toLocalDateTime().plusSeconds(pause)),
                        due.document().toString(),
                        due.round())
                .update();
    }

    @Transactional(readOnly = true)
    public long count() {
        return database.sql("select count(*) from retention_due")
                .query(Long.class)
                .single();
    }

    private Timestamp now() {
        return DatabaseTime.of(clock.instant());
    }
}
