package io.tickmark.web;

import io.tickmark.kernel.Conflict;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answers kept for idempotency keys, in the same transaction as the effects they tell of. Requests under {@code
 * /api/} are served by the request's own transaction; only what runs outside of it (uploads) calls this itself: {@link
 * #claim} first, then the effect, then {@link #keep}, all in one transaction; when the claim fails on a duplicate key,
 * roll back and answer {@link #earlier}.
 */
@Component
public class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient database;
    private final Clock clock;

    IdempotentAnswers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes the key; whoever comes second waits here for the first to commit and then gets a {@link
     * org.springframework.dao.DuplicateKeyException}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void claim(IdempotencyKey key, String fingerprint) {
        database.sql("insert into idempotent_answer (id, fingerprint, created) values (?, ?, ?)")
                .params(Seal.id(key), fingerprint, Timestamp.from(clock.instant()))
                .update();
    }

    /** Keeps the answer of a claimed key, or replaces it by a later one. */
    @Transactional
    public void keep(IdempotencyKey key, Answer answer) {
        database.sql("update idempotent_answer set sealed = ? where id = ?")
                .params(Seal.close(key, answer), Seal.id(key))
                .update();
    }

    /**
     * Puts the last answer in the place of one that was kept for the time being, which has the given status. Whoever
     * comes second gets the answer of the first, so that all who used the key are told the same.
     */
    @Transactional
    public Answer settle(IdempotencyKey key, int forTheTimeBeing, Answer last) {
        Answer kept = database.sql("select sealed from idempotent_answer where id = ? for update")
                .param(Seal.id(key))
                .query((row, n) -> Seal.open(key, row.getBytes("sealed")))
                .optional()
                .orElse(last);
        if (kept.status() != forTheTimeBeing) {
            return kept;
        }
        keep(key, last);
        return last;
    }

    /** Whether an answer is kept for this key, whatever the request said. */
    @Transactional(readOnly = true)
    public boolean answered(IdempotencyKey key) {
        return database.sql("select count(*) from idempotent_answer where id = ? and sealed is not null")
                        .param(Seal.id(key))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The kept answer of this key; throws {@link Conflict} when the key was used for something else. */
    @Transactional(readOnly = true)
    public Optional<Answer> earlier(IdempotencyKey key, String fingerprint) {
        return database.sql("select fingerprint, sealed from idempotent_answer where id = ? and sealed is not null")
                .param(Seal.id(key))
                .query((row, n) -> {
                    if (!fingerprint.equals(row.getString("fingerprint"))) {
                        throw new Conflict("This Idempotency-Key was used for another request: take a new one.");
                    }
                    return Seal.open(key, row.getBytes("sealed"));
                })
                .optional();
    }

    /** Forgets answers older than seven days. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    @Transactional
    public void purge() {
        database.sql("delete from idempotent_answer where created < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
