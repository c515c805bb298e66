package io.tickmark.tasklist;

import static io.tickmark.engagement.Roles.COMPLIANCE;
import static io.tickmark.engagement.Roles.CONTROL_OWNER;
import static io.tickmark.engagement.Roles.MANAGER;
import static io.tickmark.engagement.Roles.PARTNER;
import static io.tickmark.engagement.Roles.PROJECT_MANAGER;
import static io.tickmark.engagement.Roles.SPONSOR;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which open tasks a person sees. Membership in the engagement stands in the where of every query, and so does the
 * client for a client's people.
 */
@Component
class TaskQuery {

    static final String DOES = "exists (select 1 from team_member m where m.engagement_id = t.engagement_id"
            + " and m.role_name = t.role_name and m.person_id = :me) and (t.assignee_id is null or t.assignee_id = :me)";

    /** The firm's leads oversee the whole engagement, a client's lead what its own side has to do. */
    static final String OVERSEES = "exists (select 1 from team_member m where m.engagement_id = t.engagement_id"
            + " and m.person_id = :me and (m.role_name in ('" + MANAGER + "', '" + PARTNER + "', '" + PROJECT_MANAGER
            + "') or (m.role_name in ('" + COMPLIANCE + "', '" + SPONSOR + "') and t.role_name in ('" + COMPLIANCE
            + "', '"
            + SPONSOR + "', '" + CONTROL_OWNER + "')) or (m.role_name in ('" + COMPLIANCE + "', '" + SPONSOR
            + "') and t.role_name in (select r.role_key from team_role r where r.side = 'CLIENT'))))";

    /**
     * Follows from either rule, and is what makes a list fast: databases look each engagement up in the index, where for
     * the rules alone they would ask every open task of the firm.
     */
    private static final String WITHIN =
            "t.engagement_id in (select mine.engagement_id from team_member mine where mine.person_id = :me) and ";

    private static final String FOUND = "select " + InboxTask.COLUMNS + ", case when " + DOES + " and "
            + ConfidentialTasks.OPEN + " then 1 else 0 end as may_do, ";

    private static final String HELD = FOUND + "0 as oversees from inbox_task t where t.id = :task for update";
    private static final String SEEN = FOUND + "case when " + OVERSEES + " and " + ConfidentialTasks.OPEN
            + " then 1 else 0 end as oversees from inbox_task t where t.id = :task";

    static final int MOST_FOLLOWING = 200;
    static final Duration WEEK = Duration.ofDays(7);

    private final JdbcClient database;
    private final Clock clock;

    TaskQuery(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Page<InboxTask> page(Actor actor, TaskFilter filter, int limit, @Nullable String cursor) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        String where = where(actor, filter, values);
        Cursor place = Cursor.read(cursor, 2);
        if (place != null) {
            where += " and (t.due_sort > :dueSort or (t.due_sort = :dueSort and t.id > :after))";
            values.put("dueSort", Inbox.timestamp(Instant.parse(place.field(0))));
            values.put("after", place.field(1));
        }
        values.put("limit", limit + 1);
        List<InboxTask> rows = database.sql("select " + InboxTask.COLUMNS + " from inbox_task t where " + where
                        + " order by t.due_sort, t.id limit :limit")
                .params(values)
                .query(InboxTask::read)
                .list();
        return Page.of(rows, limit, task -> Cursor.at(task.dueSort(), task.id()));
    }

    int count(Actor actor, TaskFilter filter) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        return database.sql("select count(*) from inbox_task t where " + where(actor, filter, values))
                .params(values)
                .query(Integer.class)
                .single();
    }

    /** The open tasks of these requests that the person may do now. */
    List<InboxTask> ofRequests(Actor actor, Collection<UUID> requests) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        String where = where(actor, TaskFilter.NONE, values, "(" + DOES + ")");
        values.put("requests", requests.stream().map(UUID::toString).toList());
        return database.sql("select " + InboxTask.COLUMNS + " from inbox_task t where " + where
                        + " and t.request_id in (:requests) order by t.due_sort, t.id")
                .params(values)
                .query(InboxTask::read)
                .list();
    }

    /** The task and what the person is to it; empty where it is not open. */
    Optional<SeenTask> seen(Actor actor, String task) {
        return found(SEEN, actor, task);
    }

    /** As {@link #seen}; of two completions one waits until the other's transaction has ended, and then finds it gone. */
    Optional<SeenTask> held(Actor actor, String task) {
        return found(HELD, actor, task).flatMap(held -> held.does() ? Optional.of(held) : seen(actor, task));
    }

    private Optional<SeenTask> found(String sql, Actor actor, String task) {
        return database.sql(sql)
                .param("task", task)
                .param("me", actor.id().toString())
                .query((row, index) ->
                        new SeenTask(InboxTask.read(row, index), row.getInt("may_do") > 0, row.getInt("oversees") > 0))
                .optional();
    }

    /** Whether the task is for this person to know, if he holds its role. */
    boolean isOpenTo(PersonId person, String task) {
        return database.sql("select count(*) from inbox_task t where t.id = :task and " + ConfidentialTasks.OPEN)
                        .param("task", task)
                        .param("me", person.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean holdsRole(EngagementId engagement, PersonId person, String role) {
        return database.sql(
                                "select count(*) from team_member where engagement_id = ? and person_id = ? and role_name = ?")
                        .params(engagement.toString(), person.toString(), role)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Those of the tasks that are still open, and all of the engagement that opened after the mark. */
    List<InboxTask> following(Actor actor, EngagementId engagement, List<InboxTask> opened, long mark) {
        List<String> ids = new ArrayList<>(List.of(""));
        opened.forEach(task -> ids.add(task.id()));
        return database.sql("select " + InboxTask.COLUMNS + " from inbox_task t where t.engagement_id = :engagement"
                        + " and (t.seq_no > :mark or t.id in (:opened)) and " + ConfidentialTasks.OPEN
                        + " order by t.seq_no limit " + MOST_FOLLOWING)
                .param("engagement", engagement.toString())
                .param("mark", mark)
                .param("me", actor.id().toString())
                .param("opened", ids)
                .query(InboxTask::read)
                .list();
    }

    private String where(Actor actor, TaskFilter filter, Map<String, @Nullable Object> values) {
        return where(
                actor, filter, values, filter.overseen() ? "((" + DOES + ") or " + OVERSEES + ")" : "(" + DOES + ")");
    }

    /** @param right which of the tasks, by the rights of the person */
    String where(Actor actor, TaskFilter filter, Map<String, @Nullable Object> values, String right) {
        var where = new StringBuilder(WITHIN).append(right);
        where.append(" and t.waiting = false and ").append(ConfidentialTasks.OPEN);
        values.put("me", actor.id().toString());
        if (actor.client() != null) {
            add(where, values, "t.client_id", "client", actor.client().toString());
        }
        add(where, values, "t.engagement_id", "engagement", filter.engagement());
        add(where, values, "t.phase", "phase", filter.phase());
        add(where, values, "t.role_name", "role", filter.role());
        add(where, values, "t.task_key", "key", filter.key());
        if ("none".equals(filter.assignee())) {
            where.append(" and t.assignee_id is null");
        } else if ("me".equals(filter.assignee())) {
            where.append(" and t.assignee_id = :me");
        } else if (given(filter.assignee())) {
            where.append(" and (t.assignee = :assignee or t.assignee_id = :assignee)");
            values.put("assignee", filter.assignee());
        }
        if (given(filter.due())) {
            Duration ahead = "week".equals(filter.due()) ? WEEK : Duration.ZERO;
            where.append(" and t.due_sort < :until");
            values.put("until", Inbox.timestamp(clock.instant().plus(ahead)));
        }
        if (filter.q() != null && !filter.q().isBlank()) {
            where.append(" and (lower(t.name) like :q escape '!' or lower(t.subject) like :q escape '!'"
                    + " or lower(t.engagement_title) like :q escape '!')");
            values.put("q", "%" + filter.q().strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
        }
        return where.toString();
    }

    private static void add(
            StringBuilder where,
            Map<String, @Nullable Object> values,
            String column,
            String name,
            @Nullable String value) {
        if (given(value)) {
            where.append(" and ").append(column).append(" = :").append(name);
            values.put(name, value);
        }
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isEmpty();
    }
}
