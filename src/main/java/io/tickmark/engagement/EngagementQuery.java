package io.tickmark.engagement;

import io.tickmark.engagement.EngagementAnswer.Row;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of engagements that a person may know of, newest first. */
@Component
class EngagementQuery {

    private final JdbcClient database;

    EngagementQuery(JdbcClient database) {
        this.database = database;
    }

    Page<Row> page(Actor actor, @Nullable String client, @Nullable String phase, int limit, @Nullable String cursor) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        var where = new StringBuilder("1 = 1");
        if (actor.client() != null) {
            where.append(" and e.client_id = :own");
            values.put("own", actor.client().toString());
        }
        if (!Visibility.byFunction(actor)) {
            where.append(
                    " and exists (select 1 from team_member m where m.engagement_id = e.id and m.person_id = :me)");
            values.put("me", actor.id().toString());
        }
        if (client != null) {
            where.append(" and e.client_id = :client");
            values.put("client", client);
        }
        if (phase != null) {
            where.append(" and (case when e.suspended then 'suspended' else e.phase end) = :phase");
            values.put("phase", phase);
        }
        Cursor place = Cursor.read(cursor, 2);
        if (place != null) {
            where.append(" and (e.created_at < :at or (e.created_at = :at and e.id > :after))");
            values.put("at", DatabaseTime.of(Instant.parse(place.field(0))));
            values.put("after", place.field(1));
        }
        values.put("limit", limit + 1);
        return Page.of(
                database.sql("select e.id, e.client_id, e.title, e.phase, e.suspended, e.needed_by, e.created_at"
                                + " from engagement e where " + where
                                + " order by e.created_at desc, e.id limit :limit")
                        .params(values)
                        .query(EngagementQuery::read)
                        .list(),
                limit,
                row -> Cursor.at(row.createdAt(), row.id()));
    }

    private static Row read(ResultSet row, int index) throws SQLException {
        Date neededBy = row.getDate("needed_by");
        return new Row(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("client_id")),
                row.getString("title"),
                row.getBoolean("suspended") ? "suspended" : row.getString("phase"),
                neededBy == null ? null : neededBy.toLocalDate(),
                DatabaseTime.instant(row.getTimestamp("created_at")));
    }
}
