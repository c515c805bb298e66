package io.tickmark.tasklist;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.EngagementSuspended;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Roles;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.DatabaseTime;
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
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
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
        EngagementFacts engagement = engagements.outline(task.engagement());
        InboxTask row = row(task, engagement);
        database.sql("insert into inbox_task (id, engagement_id, client_id, engagement_title, process, task_key, name,"
                        + " subject_id, subject, request_id, phase, role_name, assignee_id, assignee, due_at, due_sort,"
                        + " opened_at, waiting, confidential, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false,"
                        + " exists (select 1 from confidential_request c where c.request_id = ?), 0)")
                .params(Arrays.asList(
                        row.id(),
                        row.engagement(),
                        engagement.client().toString(),
                        row.engagementTitle(),
                        row.process(),
                        row.key(),
                        row.name(),
                        row.subjectId(),
                        row.subject(),
                        row.requestId(),
                        row.phase(),
                        row.role(),
                        row.assigneeId() == null ? null : row.assigneeId().toString(),
                        row.assignee(),
                        row.due() == null ? null : timestamp(row.due()),
                        timestamp(row.dueSort()),
                        timestamp(row.opened()),
                        row.requestId()))
                .update();
        Following.opened(row);
    }

    /** As the row will be read: times in whole seconds. */
    private InboxTask row(OpenTask task, EngagementFacts engagement) {
        TaskRules taskRules = rules.of(task);
        TaskSubject subject = taskRules.subject(task);
        Optional<Actor> assignee = assignee(task, taskRules);
        String request = task.variables().get("requestId") instanceof String id ? id : null;
        Instant due = task.due() == null ? null : task.due().truncatedTo(ChronoUnit.SECONDS);
        return new InboxTask(
                task.id(),
                task.key(),
                task.name(),
                subject == null ? "" : shorten(subject.label()),
                subject != null ? subject.id() : request != null ? request : "",
                task.engagement().toString(),
                engagement.title(),
                task.process(),
                phase(task, engagement),
                task.role(),
                assignee.map(Actor::username).orElse(null),
                assignee.map(Actor::id).orElse(null),
                due,
                due == null ? NO_DUE : due,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                0,
                request);
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
        // its drafts go with it
        database.sql("delete from inbox_task where id = ?")
                .param(event.taskId())
                .update();
        Following.closed(event.taskId());
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
        Following.changed(task, row -> row.with(person));
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

    /** Keeps others from completing or changing the task until the transaction ends; false when it is not open any more. */
    boolean hold(String id) {
        return database.sql("select id from inbox_task where id = ? for update")
                .param(id)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** The newest row's number: what opens later has a higher one. */
    long mark() {
        return database.sql("select coalesce(max(seq_no), 0) from inbox_task")
                .query(Long.class)
                .single();
    }

    static Timestamp timestamp(Instant instant) {
        return DatabaseTime.of(instant);
    }

    private static String shorten(String label) {
        return label.length() <= 400 ? label : label.substring(0, label.offsetByCodePoints(0, 390)) + "…";
    }

    /** How many tasks are open for an engagement as far as the person may know, for a client's people on their side only. */
    int open(EngagementId engagement, Actor actor) {
        return database.sql(
                        "select count(*) from inbox_task t where t.engagement_id = :id and (:both or t.role_name in (:client)"
                                + " or t.role_name in (select r.role_key from team_role r where r.side = 'CLIENT')) and "
                                + ConfidentialTasks.OPEN)
                .param("id", engagement.toString())
                .param("both", actor.ofTheFirm())
                .param("me", actor.id().toString())
                .param("client", Roles.CLIENT_SIDE)
                .query(Integer.class)
                .single();
    }
}
