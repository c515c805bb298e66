package io.tickmark.description;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Comments, read with the reader's sight in the query: what is internal to the firm is not even counted. */
@Component
class Comments {

    private static final String SEEN = " where engagement_id = :engagement and (shared = true or :inside = true) ";

    private final JdbcClient database;
    private final Clock clock;

    Comments(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The oldest first. */
    List<Comment> about(EngagementId engagement, String about, boolean inside) {
        return read("and about = :which", engagement, about, inside);
    }

    /** Throws {@link NotFound} also for one that the reader may not know of. */
    Comment get(EngagementId engagement, UUID id, boolean inside) {
        return read("and id = :which", engagement, id.toString(), inside).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no comment " + id));
    }

    /** How many are not resolved, by what they are about; what has none is left out. */
    Map<String, Integer> open(EngagementId engagement, boolean inside) {
        Map<String, Integer> open = new LinkedHashMap<>();
        database.sql("select about, count(*) as number_open from description_comment" + SEEN
                        + "and resolved_at is null group by about order by about")
                .param("engagement", engagement.toString())
                .param("inside", inside)
                .query(row -> {
                    open.put(row.getString("about"), row.getInt("number_open"));
                });
        return open;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID write(
            Actor by, EngagementId engagement, String about, @Nullable Integer version, String kind, String text) {
        UUID id = UUID.randomUUID();
        database.sql("insert into description_comment (id, engagement_id, about, version_no, shared, written_by,"
                        + " writer, written_at, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id.toString(),
                        engagement.toString(),
                        about,
                        version,
                        kind.equals(Comment.SHARED),
                        by.id().toString(),
                        by.name(),
                        DatabaseTime.of(clock.instant()),
                        text))
                .update();
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void answer(Actor by, UUID comment, String text) {
        database.sql("insert into description_answer (id, comment_id, of_firm, written_by, writer, written_at, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        comment.toString(),
                        by.ofTheFirm(),
                        by.id().toString(),
                        by.name(),
                        DatabaseTime.of(clock.instant()),
                        text)
                .update();
    }

    /** @param by who resolves it; null opens it again */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(@Nullable Actor by, UUID comment) {
        database.sql("update description_comment set resolved_at = ?, resolver = ? where id = ?")
                .params(Arrays.asList(
                        by == null ? null : DatabaseTime.of(clock.instant()),
                        by == null ? null : by.name(),
                        comment.toString()))
                .update();
    }

    private List<Comment> read(String which, EngagementId engagement, String of, boolean inside) {
        Map<String, List<Comment.CommentAnswer>> answers = new LinkedHashMap<>();
        database.sql("select a.comment_id, a.of_firm, a.writer, a.written_at, a.content from description_answer a"
                        + " join (select id from description_comment" + SEEN + which + ") c on c.id = a.comment_id"
                        + " order by a.seq_no")
                .param("engagement", engagement.toString())
                .param("inside", inside)
                .param("which", of)
                .query(row -> {
                    answers.computeIfAbsent(row.getString("comment_id"), comment -> new ArrayList<>())
                            .add(new Comment.CommentAnswer(
                                    row.getBoolean("of_firm") ? "firm" : "client",
                                    row.getString("writer"),
                                    DatabaseTime.instant(row.getTimestamp("written_at")),
                                    row.getString("content")));
                });
        return database.sql("select id, about, shared, writer, written_at, content, version_no, resolver, resolved_at"
                        + " from description_comment" + SEEN + which + " order by seq_no")
                .param("engagement", engagement.toString())
                .param("inside", inside)
                .param("which", of)
                .query((row, index) -> comment(row, answers))
                .list();
    }

    private static Comment comment(ResultSet row, Map<String, List<Comment.CommentAnswer>> answers)
            throws SQLException {
        String id = row.getString("id");
        int version = row.getInt("version_no");
        boolean beside = row.wasNull();
        Instant resolved = instant(row.getTimestamp("resolved_at"));
        return new Comment(
                UUID.fromString(id),
                row.getString("about"),
                row.getBoolean("shared") ? Comment.SHARED : Comment.INTERNAL,
                row.getString("writer"),
                DatabaseTime.instant(row.getTimestamp("written_at")),
                row.getString("content"),
                beside ? null : version,
                resolved == null ? "open" : "resolved",
                row.getString("resolver"),
                resolved,
                answers.getOrDefault(id, List.of()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : DatabaseTime.instant(at);
    }
}
