package io.tickmark.engagement;

import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.trail.Checkpoint;
import io.tickmark.trail.Entry;
import io.tickmark.trail.Trail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lock of an engagement's file. After it nothing is removed or changed, and what is added says who added it, when
 * and why (AT-C 105); nothing unlocks a file.
 */
@Component
public class FileLock {

    private final JdbcClient database;
    private final Trail trail;
    private final Clock clock;

    FileLock(JdbcClient database, Trail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    public Optional<LockedFile> find(EngagementId engagement) {
        return database.sql("select locked_at, locked_by, head_seq, head_hash from file_lock where engagement_id = ?")
                .param(engagement.toString())
                .query(FileLock::read)
                .optional();
    }

    public boolean locked(EngagementId engagement) {
        return find(engagement).isPresent();
    }

    /**
     * Throws {@link Conflict} when the file is locked. Ask after the change's own trail entry is recorded in the same
     * transaction: the chain puts it before or after the lock, so that nothing slips in beside it.
     */
    public void refuseChange(EngagementId engagement) {
        find(engagement).ifPresent(lock -> {
            throw new Conflict("The file was locked on " + LocalDate.ofInstant(lock.at(), ZoneOffset.UTC)
                    + "; additions are recorded through post-issue");
        });
    }

    /** Locks the file and records it; a file that is locked stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(EngagementId engagement, @Nullable PersonId by, Map<String, ?> facts) {
        if (locked(engagement)) {
            return;
        }
        Entry entry = trail.record(engagement, "file-locked", null, facts);
        database.sql("insert into file_lock (engagement_id, locked_at, locked_by, head_seq, head_hash)"
                        + " values (?, ?, ?, ?, ?)")
                .param(engagement.toString())
                .param(DatabaseTime.of(clock.instant()))
                .param(by == null ? null : by.toString())
                .param(entry.seq())
                .param(entry.hash())
                .update();
    }

    private static LockedFile read(ResultSet row, int index) throws SQLException {
        String by = row.getString("locked_by");
        return new LockedFile(
                DatabaseTime.instant(row.getTimestamp("locked_at")),
                by == null ? null : PersonId.of(by),
                new Checkpoint(row.getLong("head_seq"), row.getString("head_hash")));
    }
}
