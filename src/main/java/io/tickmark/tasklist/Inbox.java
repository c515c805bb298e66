package io.tickmark.tasklist;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.EngagementSuspended;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Roles;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskClosed;
import io.tickmark.workflow.TaskMoved;
import io.tickmark.workflow.TaskOpened;
import io.tickmark.workflow.TaskRules;
import io.tickmark.workflow.TaskSubject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the inbox in step with the engine: its rows come and go in the transaction in which tasks open and close. */
@Component
class Inbox {

    private static final Set<String> PHASES =
            Set.of("scoping", "readiness", "remediation", "fieldwork", "reporting", "renewal");
    private static final Instant NO_DUE = Instant.parse("9000-01-01T00:00:00Z");

    private final JdbcClient database;
    private final Engagements engagements;
    private final RulesByPhrase rules;
    private final People people;
    private final Clock clock;

    Inbox(JdbcClient database, Engagements engagements, RulesByPhrase rules, People people, Clock clock) {
        this.database = database;
        this.engagements = engagements;
        this.rules = rules;
        this.people = people;
        this.clock = clock;
    }

    @EventListener
    void opened(TaskOpened event) {
        OpenTask task = event.task();
        TaskRules taskRules = rules.of(task);
        TaskSubject subject = taskRules.subject(task);
        EngagementFacts engagement = engagements.outline(task.engagement());
        Optional<Actor> assignee = assignee(task, taskRules);
        Object request = task.variables().get("requestId");
        database.sql(
                        "insert into inbox_task (id, engagement_id, client_id, engagement_title, process, task_key, name,"
                                + " subject_id, subject, request_id, phase, role_name, assignee_id, assignee, due_at, due_sort,"
                                + " opened_at, waiting, version) values (:id, :engagement, :client, :title, :process, :key, :name,"
                                + " :subjectId, :subject, :request, :phase, :role, :assigneeId, :assignee, :due, :dueSort, :now, false, 0)")
                .param("id", task.id())
                .param("engagement", task.engagement().toString())
                .param("client", engagement.client().toString())
                .param("title", engagement.title())
                .param("process", task.process())
                .param("key", task.key())
                .param("name", task.name())
                .param("subjectId", subject != null ? subject.id() : request instanceof String id ? id : "")
                .param("subject", subject == null ? "" : shorten(subject.label()))
                .param("request", request)
                .param("phase", phase(task, engagement))
                .param("role", task.role())
                .param(
                        "assigneeId",
                        assignee.map(person -> person.id().toString()).orElse(null))
                .param("assignee", assignee.map(Actor::username).orElse(null))
                .param("due", task.due() == null ? null : timestamp(task.due()))
                .param("dueSort", timestamp(task.due() == null ? NO_DUE : task.due()))
                .param("now", timestamp(clock.instant()))
                .update();
    }

    private Optional<Actor> assignee(OpenTask task, TaskRules taskRules) {
        PersonId byRule = taskRules.assignee(task);
        if (byRule != null) {
            return people.person(byRule);
        }
        return task.assignee() == null ? Optional.empty() : people.named(task.assignee());
    }

    /** Requests and tests belong to fieldwork; what stands in the life cycle itself, to the phase it is in. */
    private static String phase(OpenTask task, EngagementFacts engagement) {
        if (PHASES.contains(task.process())) {
            return task.process();
        }
        return task.process().equals("evidence-request") || task.process().equals("control-test")
                ? "fieldwork"
                : engagement.phase();
    }

    /** A task of another version keeps who has it, unless its role is another. */
    @EventListener
    void moved(TaskMoved event) {
        OpenTask task = event.task();
        database.sql("update inbox_task set process = :process, task_key = :key, name = :name,"
                        + " assignee_id = case when role_name = :role then assignee_id end,"
                        + " assignee = case when role_name = :role then assignee end,"
                        + " due_at = :due, due_sort = :dueSort, role_name = :role,"
                        // last, for MySQL reads what was assigned before
                        + " version = version + 1 where id = :id")
                .param("process", task.process())
                .param("key", task.key())
                .param("name", task.name())
                .param("role", task.role())
                .param("due", task.due() == null ? null : timestamp(task.due()))
                .param("dueSort", timestamp(task.due() == null ? NO_DUE : task.due()))
                .param("id", task.id())
                .update();
    }

    @EventListener
    void closed(TaskClosed event) {
        database.sql("delete from inbox_task where id = ?")
                .param(event.taskId())
                .update();
        database.sql("delete from task_draft where task_id = ?")
                .param(event.taskId())
                .update();
    }

    @EventListener
    void suspended(EngagementSuspended event) {
        database.sql("update inbox_task set waiting = ? where engagement_id = ?")
                .params(event.suspended(), event.engagement().toString())
                .update();
    }

    /** Sets or clears who does a task; the version tells others that it changed. */
    void assign(String task, @Nullable Actor person) {
        database.sql(
                        "update inbox_task set assignee_id = :id, assignee = :name, version = version + 1 where id = :task")
                .param("id", person == null ? null : person.id().toString())
                .param("name", person == null ? null : person.username())
                .param("task", task)
                .update();
    }

    /** The open task that asks a role for a request, held until the transaction ends. */
    Optional<InboxTask> ofRequest(String request, String role) {
        return database
                .sql("select " + InboxTask.COLUMNS
                        + " from inbox_task t where t.request_id = ? and t.role_name = ? for update")
                .params(request, role)
                .query(InboxTask::read)
                .stream()
                .findFirst();
    }

    /** The row, held until the transaction ends so that of two completions one waits and then finds it gone. */
    Optional<InboxTask> lock(String id) {
        return find(id, " for update");
    }

    Optional<InboxTask> find(String id) {
        return find(id, "");
    }

    private Optional<InboxTask> find(String id, String lock) {
        return database.sql("select " + InboxTask.COLUMNS + " from inbox_task t where t.id = ?" + lock)
                .param(id)
                .query(InboxTask::read)
                .optional();
    }

    /** The newest row's number: what opens later has a higher one. */
    long mark() {
        return database.sql("select coalesce(max(seq_no), 0) from inbox_task")
                .query(Long.class)
                .single();
    }

    static Timestamp timestamp(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private static String shorten(String label) {
        return label.length() <= 400 ? label : label.substring(0, label.offsetByCodePoints(0, 390)) + "…";
    }

    /** How many tasks are open for an engagement, on both sides or on the client's only. */
    int open(EngagementId engagement, boolean bothSides) {
        return database.sql(
                        "select count(*) from inbox_task where engagement_id = :id and (:both or role_name in (:client)"
                                + " or role_name in (select r.role_key from team_role r where r.side = 'CLIENT'))")
                .param("id", engagement.toString())
                .param("both", bothSides)
                .param("client", Roles.CLIENT_SIDE)
                .query(Integer.class)
                .single();
    }
}
