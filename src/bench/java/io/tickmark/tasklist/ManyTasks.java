package io.tickmark.tasklist;

import io.tickmark.BenchmarkDatabase;
import io.tickmark.kernel.Actor;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Open tasks by the hundred thousand, written with SQL as the application and the engine write them: rows of the inbox
 * with their engagements and teams, and the same tasks in the engine with their candidate groups and the permissions that
 * an engine with authorisations grants for each.
 */
final class ManyTasks {

    static final int PER_ENGAGEMENT = 100;
    static final List<String> ROLES = List.of(
            "audit-manager",
            "audit-partner",
            "audit-senior",
            "audit-staff",
            "quality-reviewer",
            "project-manager",
            "client-sponsor",
            "client-compliance",
            "control-owner",
            "legal");

    private static final int PORTION = 50_000;

    private final JdbcClient sql;
    private final boolean h2 = BenchmarkDatabase.isH2();
    private final String definition;
    private int there;

    ManyTasks(JdbcClient sql) {
        this.sql = sql;
        this.definition = sql.sql("select ID_ from ACT_RE_PROCDEF where KEY_ = 'evidence-request'")
                .query(String.class)
                .single();
    }

    void growTo(int size) {
        for (int from = there; from < size; from += PORTION) {
            write(from, Math.min(size, from + PORTION) - 1);
        }
        there = size;
        if (h2) {
            sql.sql("analyze").update();
        } else {
            sql.sql("analyze table inbox_task, team_member, ACT_RU_TASK, ACT_RU_IDENTITYLINK, ACT_RU_AUTHORIZATION,"
                            + " ACT_RU_EXECUTION")
                    .query()
                    .listOfRows();
        }
    }

    private void write(int from, int to) {
        int firstEngagement = from / PER_ENGAGEMENT;
        int lastEngagement = to / PER_ENGAGEMENT;
        insert(
                "engagement (id, client_id, title, phase, suspended, bundle, created_at, created_by, version)",
                engagement("n") + ", " + id("client-", "mod(n, 200)") + ", concat('Engagement ', n), 'fieldwork', false,"
                        + " 'bundle', current_timestamp, 'nobody', 0",
                firstEngagement,
                lastEngagement);
        for (String role : ROLES) {
            insert(
                    "team_member (engagement_id, role_name, person_id, stand_in)",
                    engagement("n") + ", '" + role + "', " + id("person-" + role.length() + "-", "mod(n, 300)") + ", false",
                    firstEngagement,
                    lastEngagement);
        }
        insert(
                "ACT_RU_EXECUTION (ID_, REV_, ROOT_PROC_INST_ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, IS_ACTIVE_,"
                        + " IS_CONCURRENT_, IS_SCOPE_, IS_EVENT_SCOPE_, SUSPENSION_STATE_, CACHED_ENT_STATE_,"
                        + " SEQUENCE_COUNTER_)",
                id("execution-", "n") + ", 1, " + id("execution-", "n") + ", " + id("execution-", "n") + ", "
                        + engagement("n") + ", '" + definition + "', true, false, true, false, 1, 0, 1",
                firstEngagement,
                lastEngagement);
        String task = id("task-", "n");
        String of = "floor(n / " + PER_ENGAGEMENT + ")";
        String role = role();
        insert(
                "inbox_task (id, engagement_id, client_id, engagement_title, process, task_key, name, subject_id, subject,"
                        + " phase, role_name, due_at, due_sort, opened_at, waiting, version)",
                task + ", " + engagement(of) + ", " + id("client-", "mod(" + of + ", 200)") + ", concat('Engagement ', "
                        + of + "), 'evidence-request', 'UserTask_ReviewEvidence', 'Review evidence', " + id("request-", "n")
                        + ", 'ORG-01 Code of conduct, signed by everybody who joined', 'fieldwork', " + role + ", " + due()
                        + ", " + due() + ", current_timestamp, false, 0",
                from,
                to);
        insert(
                "ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, TASK_DEF_KEY_, PRIORITY_,"
                        + " CREATE_TIME_, DUE_DATE_, SUSPENSION_STATE_, TASK_STATE_)",
                task + ", 1, " + id("execution-", of) + ", " + id("execution-", of) + ", '" + definition
                        + "', 'Review evidence', 'UserTask_ReviewEvidence', 50, current_timestamp, " + due()
                        + ", 1, 'Created'",
                from,
                to);
        insert(
                "ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_)",
                id("link-", "n") + ", 1, " + role + ", 'candidate', " + task,
                from,
                to);
        // the engine's own provider grants a candidate group to read and update each of its tasks: type 1 of resource 7
        insert(
                "ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, GROUP_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_)",
                id("authorization-", "n") + ", 1, 1, " + role + ", 7, " + task + ", 6",
                from,
                to);
    }

    /** Makes the person manager of engagements spread over all, in place of those before; answers which. */
    List<String> appoint(Actor person, int engagements) {
        sql.sql("delete from team_member where person_id = ?")
                .param(person.id().toString())
                .update();
        int all = there / PER_ENGAGEMENT;
        return IntStream.range(0, engagements)
                .map(i -> i * (all / engagements))
                .mapToObj(n -> {
                    String engagement = String.format(java.util.Locale.ROOT, "%036d", n);
                    sql.sql("insert into team_member (engagement_id, role_name, person_id, stand_in) values (?, ?, ?, false)")
                            .params(engagement, "audit-manager", person.id().toString())
                            .update();
                    return engagement;
                })
                .toList();
    }

    private void insert(String into, String values, int from, int to) {
        String numbers = h2 ? "(select x as n from system_range(" + from + ", " + to + ")) numbers"
                : "(select seq as n from seq_" + from + "_to_" + to + ") numbers";
        sql.sql("insert into " + into + " select " + values + " from " + numbers).update();
    }

    private static String engagement(String number) {
        return "lpad(" + number + ", 36, '0')";
    }

    private static String id(String kind, String number) {
        return "concat('" + kind + "', lpad(" + number + ", 8, '0'))";
    }

    private static String role() {
        StringBuilder role = new StringBuilder("case mod(n, " + ROLES.size() + ")");
        for (int i = 0; i < ROLES.size(); i++) {
            role.append(" when ").append(i).append(" then '").append(ROLES.get(i)).append("'");
        }
        return role.append(" end").toString();
    }

    /** Within two months, in no order. */
    private String due() {
        String days = "mod(n * 7919, 61)";
        return h2 ? "dateadd(day, " + days + ", timestamp '2026-01-01 00:00:00')"
                : "timestampadd(day, " + days + ", timestamp '2026-01-01 00:00:00')";
    }
}
