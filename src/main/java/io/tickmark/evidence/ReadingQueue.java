package io.tickmark.evidence;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which documents wait to be read. A row comes with the document in one transaction and goes with what was found in
 * another, so that no kill loses one; whoever reads holds it for a while, so that no two do.
 */
@Component
class ReadingQueue {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    ReadingQueue(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    /** Told in the transaction in which a document comes to wait. */
    record Waits(UUID document) {}

    /** @param tries how often it was taken up, this time included */
    record Job(UUID document, int tries) {}

    /** A document that waits already goes on waiting. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addAgain(UUID document) {
        if (!waits(List.of(document))) {
            add(document);
        }
    }

    /** A document that has just come. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID document) {
        database.sql("insert into reading_job (document_id, due_at, tries) values (?, ?, 0)")
                .params(document.toString(), Timestamp.valueOf(realNow()))
                .update();
        events.publishEvent(new Waits(document));
    }

    /** Whoever is just reading it keeps nothing of it: what it held is gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID document) {
        database.sql("delete from reading_job where document_id = ?")
                .param(document.toString())
                .update();
    }

    /** The next one, held for its taker until the lease ends; empty when none is due. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Job> take(UUID taker, Duration lease) {
        LocalDateTime now = realNow();
        List<Job> due = database.sql("select document_id, tries from reading_job where due_at <= ?"
                        + " and (taken_until is null or taken_until < ?) order by due_at, document_id limit 5")
                .params(Timestamp.valueOf(now), Timestamp.valueOf(now))
                .query((row, n) -> new Job(UUID.fromString(row.getString("document_id")), row.getInt("tries") + 1))
                .list();
        return due.stream().filter(job -> hold(job, taker, now, lease)).findFirst();
    }

    private boolean hold(Job job, UUID taker, LocalDateTime now, Duration lease) {
        return database.sql("update reading_job set taken_by = ?, taken_until = ?, tries = ? where document_id = ?"
                                + " and tries = ? and (taken_until is null or taken_until < ?)")
                        .params(taker.toString(), Timestamp.valueOf(now.plus(lease)), job.tries())
                        .params(job.document().toString(), job.tries() - 1, Timestamp.valueOf(now))
                        .update()
                == 1;
    }

    /** Makes the lease of all that its taker has begin anew. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void hold(UUID taker, Duration lease) {
        database.sql("update reading_job set taken_until = ? where taken_by = ?")
                .params(Timestamp.valueOf(realNow().plus(lease)), taker.toString())
                .update();
    }

    /** False when the lease has ended and somebody else has it: then what was found is not to be kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean finish(UUID document, UUID taker) {
        return database.sql("delete from reading_job where document_id = ? and taken_by = ?")
                        .params(document.toString(), taker.toString())
                        .update()
                == 1;
    }

    /** Gives it back, to be tried again. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void later(UUID document, UUID taker, Duration after) {
        database.sql("update reading_job set taken_by = null, taken_until = null, due_at = ?"
                        + " where document_id = ? and taken_by = ?")
                .params(Timestamp.valueOf(realNow().plus(after)), document.toString(), taker.toString())
                .update();
    }

    @Transactional(readOnly = true)
    public boolean waits(Collection<UUID> documents) {
        return !documents.isEmpty()
                && database.sql("select count(*) from reading_job where document_id in (:ids)")
                                .param(
                                        "ids",
                                        documents.stream().map(UUID::toString).toList())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** Not the application's clock: a demo that moves it would end every lease. */
    private static LocalDateTime realNow() {
        return LocalDateTime.now(ZoneOffset.UTC).withNano(0);
    }
}
