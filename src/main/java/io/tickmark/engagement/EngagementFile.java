package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Sha256;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The engagement's file: a record of every completed task with its answers, in models a process owner changed too. The
 * trail proves each record by the hash of its answers.
 */
@Component
public class EngagementFile {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Trail trail;
    private final Clock clock;

    EngagementFile(JdbcClient database, JsonMapper json, Trail trail, Clock clock) {
        this.database = database;
        this.json = json;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Files what was answered, and puts it into the trail; joins the transaction of the completion.
     *
     * @param subject what the task was about, such as the id of an evidence request; empty for the engagement itself
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(OpenTask task, String subject, Actor actor, Answers answers) {
        String text = json.writeValueAsString(answers.json());
        String hash = Sha256.hex(text);
        boolean signed = answers.flag("signature");
        var entry = trail.record(task.engagement(), "task-completed", actor, facts(task, subject, signed, hash));
        database.sql("insert into task_record (id, engagement_id, seq_no, task_id, phrase, task_name, process,"
                        + " process_instance, subject, role_name, person_id, person_name, completed_at, signed, answers,"
                        + " answers_sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        task.engagement().toString(),
                        entry.seq(),
                        task.id(),
                        task.phrase(),
                        task.name(),
                        task.process(),
                        task.processInstance(),
                        subject,
                        task.role(),
                        actor.id().toString(),
                        actor.name(),
                        DatabaseTime.of(clock.instant()),
                        signed,
                        text,
                        hash)
                .update();
    }

    private static Map<String, Object> facts(OpenTask task, String subject, boolean signed, String hash) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("task", task.id());
        facts.put("key", task.key());
        facts.put("name", task.name());
        facts.put("role", task.role());
        facts.put("signed", signed);
        facts.put("answersSha256", hash);
        if (!subject.isEmpty()) {
            facts.put("subject", subject);
        }
        return facts;
    }

    /** The newest answers to a task of this phrase, such as {@code AcceptEngagement}. */
    public Optional<TaskRecord> latest(EngagementId engagement, String phrase) {
        return records("phrase = ? order by seq_no desc limit 1", engagement, phrase).stream()
                .findFirst();
    }

    /** The newest answers to a task of this phrase about one subject, such as one evidence request. */
    public Optional<TaskRecord> latest(EngagementId engagement, String phrase, String subject) {
        return database
                .sql(SELECT + "phrase = ? and subject = ? order by seq_no desc limit 1")
                .params(engagement.toString(), phrase, subject)
                .query(this::read)
                .list()
                .stream()
                .findFirst();
    }

    /** All answers to tasks of this phrase, oldest first. */
    public List<TaskRecord> all(EngagementId engagement, String phrase) {
        return records("phrase = ? order by seq_no", engagement, phrase);
    }

    /** Everything that was signed, oldest first. */
    public List<TaskRecord> signOffs(EngagementId engagement) {
        return database.sql(SELECT + "signed = true order by seq_no")
                .param(engagement.toString())
                .query(this::read)
                .list();
    }

    /** Who completed this task, and as whom; empty while it is open or when there never was one. */
    public Optional<TaskRecord> ofTask(String taskId) {
        return database
                .sql(SELECT.replace("engagement_id = ? and ", "") + "task_id = ?")
                .param(taskId)
                .query(this::read)
                .list()
                .stream()
                .findFirst();
    }

    /** When a task of any of these phrases was completed last; empty when none was. At least one phrase. */
    public Optional<Instant> newest(EngagementId engagement, Collection<String> phrases) {
        String marks = String.join(", ", Collections.nCopies(phrases.size(), "?"));
        return database.sql("select max(completed_at) from task_record where engagement_id = ? and phrase in (" + marks
                        + ")")
                .param(engagement.toString())
                .params(List.copyOf(phrases))
                .query((row, index) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(at -> DatabaseTime.instant(at));
    }

    /** What a person has completed in the engagement: each task's phrase with its name. */
    public Map<String, String> completedBy(EngagementId engagement, PersonId person) {
        Map<String, String> done = new LinkedHashMap<>();
        database.sql("select phrase, min(task_name) from task_record where engagement_id = ? and person_id = ?"
                        + " group by phrase order by phrase")
                .params(engagement.toString(), person.toString())
                .query((row, index) -> done.put(row.getString(1), row.getString(2)))
                .list();
        return done;
    }

    private static final String SELECT =
            "select id, engagement_id, phrase, task_name, process, subject, role_name, person_id,"
                    + " person_name, completed_at, signed, answers from task_record where engagement_id = ? and ";

    private List<TaskRecord> records(String which, EngagementId engagement, String phrase) {
        return database.sql(SELECT + which)
                .params(engagement.toString(), phrase)
                .query(this::read)
                .list();
    }

    private TaskRecord read(ResultSet row, int index) throws SQLException {
        return new TaskRecord(
                UUID.fromString(row.getString("id")),
                EngagementId.of(row.getString("engagement_id")),
                row.getString("phrase"),
                row.getString("task_name"),
                row.getString("process"),
                row.getString("subject"),
                row.getString("role_name"),
                PersonId.of(row.getString("person_id")),
                row.getString("person_name"),
                DatabaseTime.instant(row.getTimestamp("completed_at")),
                row.getBoolean("signed"),
                new Answers((ObjectNode) json.readTree(row.getString("answers"))));
    }
}
