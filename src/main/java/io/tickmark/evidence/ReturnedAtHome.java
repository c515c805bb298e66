package io.tickmark.evidence;

import io.tickmark.engagement.Roles;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.tasklist.TasksOfRequests;
import io.tickmark.web.HomePart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For who owns controls: what was sent back, with its reason and the way to the task that gives it anew. */
@Component
class ReturnedAtHome implements HomePart {

    private static final int MOST = 20;

    private final JdbcClient database;
    private final TasksOfRequests tasks;

    ReturnedAtHome(JdbcClient database, TasksOfRequests tasks) {
        this.database = database;
        this.tasks = tasks;
    }

    /**
     * @param task the open task that gives it anew
     * @param reason the code of the form's list
     */
    record Returned(
            UUID request,
            String task,
            UUID engagement,
            String reference,
            String title,
            LocalDate due,
            String reason,
            String note,
            String by,
            Instant at) {

        Returned with(String open) {
            return new Returned(request, open, engagement, reference, title, due, reason, note, by, at);
        }
    }

    @Override
    public String name() {
        return "returned";
    }

    @Override
    public @Nullable Object of(Actor actor) {
        if (actor.client() == null) {
            return null;
        }
        List<Returned> all = database.sql("select r.id, r.engagement_id, r.number_no, r.title, r.due, b.reason, b.note,"
                        + " b.returner, b.returned_at from evidence_request r join request_return b"
                        + " on b.request_id = r.id and b.seq_no = (select max(x.seq_no) from request_return x"
                        + " where x.request_id = r.id) where r.state = 'RETURNED' and r.client_id = :client"
                        + " and r.engagement_id in (select m.engagement_id from team_member m where m.person_id = :me"
                        + " and m.role_name = '" + Roles.CONTROL_OWNER + "')"
                        + " and (r.owner_id = :me or (r.owner_id is null and r.confidential = false))"
                        + " order by r.due, r.number_no limit " + MOST)
                .param("client", actor.client().toString())
                .param("me", actor.id().toString())
                .query(ReturnedAtHome::read)
                .list();
        Map<UUID, String> open =
                tasks.doneBy(actor, all.stream().map(Returned::request).toList());
        return all.stream()
                .filter(returned -> open.containsKey(returned.request()))
                .map(returned -> returned.with(open.getOrDefault(returned.request(), "")))
                .toList();
    }

    private static Returned read(ResultSet row, int index) throws SQLException {
        return new Returned(
                UUID.fromString(row.getString("id")),
                "",
                UUID.fromString(row.getString("engagement_id")),
                "R-" + row.getInt("number_no"),
                row.getString("title"),
                row.getDate("due").toLocalDate(),
                row.getString("reason"),
                row.getString("note"),
                row.getString("returner"),
                DatabaseTime.instant(row.getTimestamp("returned_at")));
    }
}
