package io.tickmark.evidence;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What changed in the evidence, for those who keep something made from it, such as each node's search index. Numbers are
 * given before a transaction commits, so a lower one may be seen after a higher one: whoever follows goes on from what
 * {@link #settled} answers and passes over what it knows already.
 */
@Component
public class EvidenceChanges {

    /** Longer than any transaction. */
    private static final Duration OPEN = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient database;

    EvidenceChanges(JdbcClient database) {
        this.database = database;
    }

    /**
     * One change.
     *
     * @param document what changed, or null where it is every document of the request
     */
    public record Change(
            long number, @Nullable UUID document, @Nullable UUID request) {}

    void note(Document document) {
        note(document.id(), null);
    }

    /** Where whose it is has changed, and with it every document of it. */
    void note(EvidenceRequest request) {
        note(null, request.id());
    }

    void note(@Nullable UUID document, @Nullable UUID request) {
        database.sql("insert into evidence_change (document_id, request_id, noted_at) values (?, ?, ?)")
                .param(document == null ? null : document.toString())
                .param(request == null ? null : request.toString())
                .param(Timestamp.valueOf(realNow()))
                .update();
    }

    /** Those after the number in order, and before them those of the missing ones that have come. */
    public List<Change> after(long number, Collection<Long> missing, int limit) {
        return database.sql("select seq_no, document_id, request_id from evidence_change where seq_no > :number"
                        + (missing.isEmpty() ? "" : " or seq_no in (:missing)") + " order by seq_no limit :most")
                .param("number", number)
                .param("missing", missing)
                .param("most", limit)
                .query((row, n) -> new Change(
                        row.getLong("seq_no"), id(row.getString("document_id")), id(row.getString("request_id"))))
                .list();
    }

    /** The highest number before which nothing can come any more; 0 before the first. */
    public long settled() {
        return database.sql("select coalesce(max(seq_no), 0) from evidence_change where noted_at < ?")
                .param(Timestamp.valueOf(realNow().minus(OPEN)))
                .query(Long.class)
                .single();
    }

    /** Whether everything after the number is still there; then whoever stopped at it can go on. */
    public boolean reachesBackTo(long number) {
        return database.sql("select coalesce(min(seq_no), 0) as oldest, coalesce(max(seq_no), 0) as newest"
                        + " from evidence_change")
                .query((row, n) -> {
                    long first = row.getLong("oldest");
                    return number == 0 ? first <= 1 : first > 0 && first <= number && number <= row.getLong("newest");
                })
                .single();
    }

    /** Forgets what is so old that everybody who follows has it or begins anew. */
    public void forgetOld() {
        database.sql("delete from evidence_change where noted_at < ?")
                .param(Timestamp.valueOf(realNow().minus(KEPT)))
                .update();
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    /** Not the application's clock: a demo that moves it would settle what is still open. */
    private static LocalDateTime realNow() {
        return LocalDateTime.now(ZoneOffset.UTC).withNano(0);
    }
}
