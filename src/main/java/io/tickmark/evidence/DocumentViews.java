package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looked at which document. It is written before the bytes go out, so that nobody looks without having looked. */
@Component
class DocumentViews {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Clock clock;

    DocumentViews(JdbcClient database, JdbcTemplate batches, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /** How the bytes went out. */
    enum Way {
        /** The whole file. */
        DOWNLOAD,
        /** A range of it, as players and previews ask for. */
        PART,
        /** In a ZIP with others. */
        BINDER
    }

    /** @param version which version of the document it was */
    record View(long number, UUID document, int version, PersonId person, boolean ofTheFirm, String way, Instant at) {}

    /** One statement, and a transaction of its own where there is none. */
    @Transactional
    public void record(Actor actor, Collection<DocumentFacts> documents, Way way) {
        Timestamp now = Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<Object[]> rows = new ArrayList<>();
        for (DocumentFacts document : documents) {
            rows.add(new Object[] {
                document.id().toString(),
                document.engagement().toString(),
                document.version(),
                actor.id().toString(),
                actor.ofTheFirm(),
                way.name(),
                now
            });
        }
        batches.batchUpdate(
                "insert into document_view (document_id, engagement_id, version_no, person_id, of_firm, way, viewed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Which of the views a reader may know of. */
    enum Readable {
        /** For the firm. */
        ALL("1 = 1"),
        /** For those who lead the engagement at the client: what auditors look at is their own business. */
        OF_THE_CLIENT("v.of_firm = false"),
        /** For everybody else of the client. */
        OWN("v.of_firm = false and v.person_id = :me");

        private final String where;

        Readable(String where) {
            this.where = where;
        }
    }

    /** Of all versions of the document, the latest first; {@code before} is the number of the last one shown. */
    @Transactional(readOnly = true)
    public List<View> of(Document document, Actor reader, Readable readable, long before, int limit) {
        return database.sql("select v.seq_no, v.document_id, v.version_no, v.person_id, v.of_firm, v.way, v.viewed_at"
                        + " from document_view v join document d on d.id = v.document_id"
                        + " where d.series_id = :series and v.seq_no < :before and " + readable.where
                        + " order by v.seq_no desc limit :most")
                .param("series", document.series().toString())
                .param("before", before)
                .param("me", reader.id().toString())
                .param("most", limit)
                .query(DocumentViews::read)
                .list();
    }

    private static View read(ResultSet row, int index) throws SQLException {
        return new View(
                row.getLong("seq_no"),
                UUID.fromString(row.getString("document_id")),
                row.getInt("version_no"),
                PersonId.of(row.getString("person_id")),
                row.getBoolean("of_firm"),
                row.getString("way").toLowerCase(Locale.ROOT),
                row.getTimestamp("viewed_at").toLocalDateTime().toInstant(ZoneOffset.UTC));
    }
}
