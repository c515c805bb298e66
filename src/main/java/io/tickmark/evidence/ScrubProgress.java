package io.tickmark.evidence;

import io.tickmark.kernel.DatabaseTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the check of all documents has come, and which node is at it: one row that nodes and restarts share. */
@Component
class ScrubProgress {

    /** Longer than a node is silent while it reads; another takes over after it. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final Clock clock;

    ScrubProgress(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param last the last document that was read; null before the first
     * @param began when the round that is under way, or the last one, began; null before the first round
     * @param ended null while a round is under way
     * @param documents how many it has read
     */
    record State(
            @Nullable UUID last,
            @Nullable Instant began,
            @Nullable Instant ended,
            long documents) {}

    @Transactional(readOnly = true)
    public State now() {
        return database.sql("select last_id, began_at, ended_at, documents from scrub where id = 1")
                .query(ScrubProgress::read)
                .single();
    }

    /** Takes the work or keeps it; false while another node is at it. */
    @Transactional
    public boolean take(UUID node) {
        return database.sql("update scrub set holder = ?, leased_until = ?"
                                + " where id = 1 and (holder = ? or holder is null or leased_until < ?)")
                        .params(node.toString(), at(clock.instant().plus(LEASE)), node.toString(), at(clock.instant()))
                        .update()
                == 1;
    }

    /** Lets another node go on where this one stopped. */
    @Transactional
    public void leave(UUID node) {
        database.sql("update scrub set holder = null where id = 1 and holder = ?")
                .param(node.toString())
                .update();
    }

    @Transactional
    public void begin(UUID node) {
        database.sql("update scrub set last_id = null, began_at = ?, ended_at = null, documents = 0"
                        + " where id = 1 and holder = ?")
                .params(at(clock.instant()), node.toString())
                .update();
    }

    /** This document was read; false when another node has taken over. */
    @Transactional
    public boolean read(UUID node, UUID document) {
        return database.sql("update scrub set last_id = ?, documents = documents + 1, leased_until = ?"
                                + " where id = 1 and holder = ?")
                        .params(document.toString(), at(clock.instant().plus(LEASE)), node.toString())
                        .update()
                == 1;
    }

    @Transactional
    public void end(UUID node) {
        database.sql("update scrub set ended_at = ?, last_id = null where id = 1 and holder = ?")
                .params(at(clock.instant()), node.toString())
                .update();
    }

    private static State read(ResultSet row, int index) throws SQLException {
        String last = row.getString("last_id");
        return new State(
                last == null ? null : UUID.fromString(last),
                instant(row.getTimestamp("began_at")),
                instant(row.getTimestamp("ended_at")),
                row.getLong("documents"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : DatabaseTime.instant(at);
    }

    private static Timestamp at(Instant instant) {
        return DatabaseTime.of(instant);
    }
}
