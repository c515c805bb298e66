package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person may read of the answers in an engagement's file: auditors all but what the client keeps to itself, a
 * client's leads what their own side answered, everybody else what they answered themselves.
 */
@Component
class FileQuery {

    private static final Set<String> LEADS = Set.of(Roles.PARTNER, Roles.MANAGER);
    private static final Set<String> CLIENT_LEADS = Set.of(Roles.SPONSOR, Roles.COMPLIANCE);

    /** The client's own check before evidence goes out is not for the firm. */
    private static final String NOT_INTERNAL = "phrase <> 'ReviewInternally'";

    /** Of the firm only those who lead the engagement see the client's gaps. */
    private static final String NOT_GAPS = " and process not in ('readiness', 'remediation')";

    private static final int MOST_LOOKED_THROUGH = 200;

    private final JdbcClient database;
    private final Engagements engagements;
    private final Team team;
    private final RoleTable roles;
    private final JsonMapper json;
    private final List<ConfidentialSubjects> confidential;

    FileQuery(
            JdbcClient database,
            Engagements engagements,
            Team team,
            RoleTable roles,
            JsonMapper json,
            List<ConfidentialSubjects> confidential) {
        this.confidential = confidential;
        this.database = database;
        this.engagements = engagements;
        this.team = team;
        this.roles = roles;
        this.json = json;
    }

    /** @param key the task's phrase: what follows the first underscore of its id in the model */
    record Item(
            long seq,
            String key,
            String name,
            String process,
            String subject,
            String role,
            String person,
            Instant at,
            boolean signed,
            JsonNode answers,
            String answersSha256) {}

    /** Oldest first, after the trail's entry {@code after}; throws {@link NotFound} for what the person may not know. */
    List<Item> page(Actor actor, EngagementId engagement, long after, int limit) {
        engagements.visible(actor, engagement);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("engagement", engagement.toString());
        values.put("after", after);
        values.put("limit", limit);
        String readable = readable(actor, engagement, values);
        Set<String> hidden = hiddenFrom(actor, engagement);
        values.put("hidden", hidden);
        return database.sql("select seq_no, phrase, task_name, process, subject, role_name, person_name, completed_at,"
                        + " signed, answers, answers_sha256 from task_record where engagement_id = :engagement"
                        + " and seq_no > :after and (" + readable + ")"
                        + (hidden.isEmpty() ? "" : " and subject not in (:hidden)") + " order by seq_no limit :limit")
                .params(values)
                .query(this::read)
                .list();
    }

    /**
     * The last answer to each field of these keys on tasks of one process instance, as far as the person may read it;
     * nothing for a key that was not answered.
     */
    ObjectNode last(Actor actor, EngagementId engagement, String processInstance, Set<String> keys) {
        ObjectNode last = json.createObjectNode();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("engagement", engagement.toString());
        values.put("instance", processInstance);
        values.put("most", MOST_LOOKED_THROUGH);
        String readable = readable(actor, engagement, values);
        database.sql(
                        "select answers from task_record where engagement_id = :engagement and process_instance = :instance"
                                + " and (" + readable + ") order by seq_no desc limit :most")
                .params(values)
                .query((row, index) -> json.readTree(row.getString("answers")))
                .list()
                .forEach(answers -> keys.stream()
                        .filter(key -> !last.has(key) && answers.has(key))
                        .forEach(key -> last.set(key, answers.get(key))));
        return last;
    }

    /** Subjects that the person may know nothing of. */
    Set<String> hiddenFrom(Actor actor, EngagementId engagement) {
        return confidential.stream()
                .flatMap(some -> some.hiddenFrom(actor, engagement).stream())
                .collect(Collectors.toSet());
    }

    private String readable(Actor actor, EngagementId engagement, Map<String, Object> values) {
        if (team.readsWorkpapers(actor, engagement)) {
            return leads(actor, engagement, LEADS) ? NOT_INTERNAL : NOT_INTERNAL + NOT_GAPS;
        }
        values.put("me", actor.id().toString());
        if (actor.ofTheFirm() || !leads(actor, engagement, CLIENT_LEADS)) {
            return "person_id = :me";
        }
        values.put("clientSide", roles.clientSide());
        return "person_id = :me or role_name in (:clientSide)";
    }

    private boolean leads(Actor actor, EngagementId engagement, Set<String> leads) {
        return leads.stream().anyMatch(actor::may)
                || team.roles(engagement, actor.id()).stream().anyMatch(leads::contains);
    }

    private Item read(ResultSet row, int index) throws SQLException {
        return new Item(
                row.getLong("seq_no"),
                row.getString("phrase"),
                row.getString("task_name"),
                row.getString("process"),
                row.getString("subject"),
                row.getString("role_name"),
                row.getString("person_name"),
                DatabaseTime.instant(row.getTimestamp("completed_at")),
                row.getBoolean("signed"),
                json.readTree(row.getString("answers")),
                row.getString("answers_sha256"));
    }
}
