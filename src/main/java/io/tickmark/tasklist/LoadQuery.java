package io.tickmark.tasklist;

import static io.tickmark.tasklist.TaskQuery.DOES;
import static io.tickmark.tasklist.TaskQuery.OVERSEES;

import io.tickmark.kernel.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much is open, late and due: counted, not listed, by the same rights as the tasks themselves. */
@Component
class LoadQuery {

    private static final String COUNTS = "count(*) as open_count,"
            + " sum(case when x.due_sort < :now then 1 else 0 end) as late_count,"
            + " sum(case when x.due_sort >= :now and x.due_sort < :week then 1 else 0 end) as week_count from ";

    private final JdbcClient database;
    private final TaskQuery tasks;
    private final Clock clock;

    LoadQuery(JdbcClient database, TaskQuery tasks, Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * How much is open in one engagement for one role with one person, or with nobody.
     *
     * @param mine whether the asking person may do it; what others have is counted only as far as it is late
     * @param week due within seven days and not late
     */
    record Load(UUID engagement, String role, @Nullable String assignee, boolean mine, int open, int late, int week) {}

    /** Of what the person may do, and of what is late with others and overseen by this person; one statement. */
    List<Load> byEngagement(Actor actor) {
        Map<String, @Nullable Object> values = times();
        String seen = tasks.where(
                actor, TaskFilter.NONE, values, "((" + DOES + ") or (t.due_sort < :now and " + OVERSEES + "))");
        // the rule is worked out first: databases do not group by an expression with parameters in it
        return database.sql("select x.engagement_id, x.role_name, x.assignee, x.mine, " + COUNTS
                        + "(select t.engagement_id, t.role_name, t.assignee, t.due_sort, case when " + DOES
                        + " then 1 else 0 end as mine from inbox_task t where " + seen
                        + ") x group by x.engagement_id, x.role_name, x.assignee, x.mine"
                        + " order by late_count desc, x.role_name, x.assignee")
                .params(values)
                .query((row, index) -> new Load(
                        UUID.fromString(row.getString("engagement_id")),
                        row.getString("role_name"),
                        row.getString("assignee"),
                        row.getInt("mine") > 0,
                        row.getInt("open_count"),
                        row.getInt("late_count"),
                        row.getInt("week_count")))
                .list();
    }

    /** Of all that the person may do or oversees; what nobody has, by its role; one statement. */
    List<Workload.Load> byPerson(Actor actor) {
        Map<String, @Nullable Object> values = times();
        String seen = tasks.where(actor, TaskFilter.NONE, values, "((" + DOES + ") or " + OVERSEES + ")");
        return database.sql("select x.assignee, x.unclaimed, count(distinct x.engagement_id) as engagements, " + COUNTS
                        + "(select t.engagement_id, t.assignee, t.due_sort,"
                        + " case when t.assignee is null then t.role_name end as unclaimed from inbox_task t where "
                        + seen + ") x group by x.assignee, x.unclaimed"
                        + " order by late_count desc, open_count desc, x.assignee, x.unclaimed")
                .params(values)
                .query((row, index) -> new Workload.Load(
                        row.getString("assignee"),
                        row.getString("unclaimed"),
                        row.getInt("engagements"),
                        row.getInt("open_count"),
                        row.getInt("late_count"),
                        row.getInt("week_count")))
                .list();
    }

    private Map<String, @Nullable Object> times() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Instant now = clock.instant();
        values.put("now", Inbox.timestamp(now));
        values.put("week", Inbox.timestamp(now.plus(TaskQuery.WEEK)));
        return values;
    }
}
