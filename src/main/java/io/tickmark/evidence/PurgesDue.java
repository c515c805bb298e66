package io.tickmark.evidence;

import io.tickmark.kernel.DatabaseTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The purged documents whose bytes are still to go; a row comes with the second person's word and goes with the bytes. */
@Component
class PurgesDue {

    private final JdbcClient database;

    PurgesDue(JdbcClient database) {
        this.database = database;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID document, Instant at) {
        database.sql("insert into purge_due (document_id, agreed_at) values (?, ?)")
                .params(document.toString(), DatabaseTime.of(at))
                .update();
    }

    @Transactional(readOnly = true)
    public List<UUID> some(int most) {
        return database
                .sql("select document_id from purge_due order by agreed_at, document_id limit " + most)
                .query(String.class)
                .list()
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    @Transactional
    public void done(UUID document) {
        database.sql("delete from purge_due where document_id = ?")
                .param(document.toString())
                .update();
    }
}
