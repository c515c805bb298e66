package io.tickmark.evidence;

import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.EngagementId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The documents that are not what was taken in, from when it is found until they are whole again. */
@Component
class IntegrityFindings {

    private final JdbcClient database;
    private final Clock clock;

    IntegrityFindings(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param found what is wrong, for an administrator */
    record Found(UUID document, EngagementId engagement, String found, Instant since) {}

    /** False where it is known already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(Document document, String found) {
        if (isKnown(document.id())) {
            return false;
        }
        database.sql("insert into integrity_finding (document_id, engagement_id, found, found_at) values (?, ?, ?, ?)")
                .params(
                        document.id().toString(),
                        document.engagement().toString(),
                        found,
                        DatabaseTime.of(clock.instant()))
                .update();
        return true;
    }

    /** False where there was none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean clear(Document document) {
        return database.sql("delete from integrity_finding where document_id = ?")
                        .param(document.id().toString())
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public boolean isKnown(UUID document) {
        return database.sql("select count(*) from integrity_finding where document_id = ?")
                        .param(document.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The latest first, at most 200. */
    @Transactional(readOnly = true)
    public List<Found> all() {
        return database.sql("select document_id, engagement_id, found, found_at from integrity_finding"
                        + " order by found_at desc, document_id limit 200")
                .query((row, n) -> new Found(
                        UUID.fromString(row.getString("document_id")),
                        EngagementId.of(row.getString("engagement_id")),
                        row.getString("found"),
                        DatabaseTime.instant(row.getTimestamp("found_at"))))
                .list();
    }
}
