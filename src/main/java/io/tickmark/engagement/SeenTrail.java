package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.EngagementId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far a person has seen the trails of the engagements that he works on. */
@Component
class SeenTrail {

    /** The newest are enough: who is in more teams than these follows them by their list. */
    private static final int MOST = 60;

    private static final String INSIDERS =
            Team.INSIDERS.stream().map(role -> "'" + role + "'").sorted().collect(Collectors.joining(", "));

    private final JdbcClient database;
    private final Clock clock;

    SeenTrail(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param inside whether a role lets the person read the trail itself; never of a client's person
     * @param seen the number of the last entry that was seen, 0 for none
     * @param at when that was; null where none was
     */
    record Place(
            EngagementId engagement,
            String title,
            boolean inside,
            long seen,
            @Nullable Instant at) {}

    /** In the engagements of the person that have not ended; one statement. */
    List<Place> of(Actor actor) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("me", actor.id().toString());
        return database.sql("select e.id, e.title, coalesce(s.seq_no, 0) as seen, s.seen_at,"
                        + " max(case when m.role_name in (" + INSIDERS
                        + ") or r.sees_workpapers = true then 1 else 0 end) as inside"
                        + " from engagement e join team_member m on m.engagement_id = e.id and m.person_id = :me"
                        + " left join team_role r on r.role_key = m.role_name"
                        + " left join seen_trail s on s.engagement_id = e.id and s.person_id = :me"
                        + " where e.phase not in " + ManyEngagements.ENDED
                        + ManyEngagements.within(actor, values)
                        + " group by e.id, e.title, e.created_at, s.seq_no, s.seen_at"
                        + " order by e.created_at desc limit " + MOST)
                .params(values)
                .query((row, index) -> place(actor, row))
                .list();
    }

    private static Place place(Actor actor, ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("seen_at");
        return new Place(
                EngagementId.of(row.getString("id")),
                row.getString("title"),
                actor.ofTheFirm() && row.getInt("inside") > 0,
                row.getLong("seen"),
                at == null ? null : DatabaseTime.instant(at));
    }

    /** Marks them as seen up to these entries, in those of the engagements that are the person's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mark(Actor actor, Map<EngagementId, Long> seen) {
        for (Place place : of(actor)) {
            Long upTo = seen.get(place.engagement());
            if (upTo != null && upTo > place.seen()) {
                database.sql("delete from seen_trail where person_id = ? and engagement_id = ?")
                        .params(actor.id().toString(), place.engagement().toString())
                        .update();
                database.sql("insert into seen_trail (person_id, engagement_id, seq_no, seen_at) values (?, ?, ?, ?)")
                        .params(
                                actor.id().toString(),
                                place.engagement().toString(),
                                upTo,
                                DatabaseTime.of(clock.instant()))
                        .update();
            }
        }
    }
}
