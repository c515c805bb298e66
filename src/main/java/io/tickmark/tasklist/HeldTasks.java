package io.tickmark.tasklist;

import io.tickmark.engagement.TeamChanged;
import io.tickmark.identity.People;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Completion;
import io.tickmark.workflow.OpenTasks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tasks that are with one person, and what becomes of them when people come and go. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HeldTasks {

    private final JdbcClient database;
    private final Inbox inbox;
    private final OpenTasks openTasks;
    private final Completion completion;
    private final People people;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    HeldTasks(
            JdbcClient database,
            Inbox inbox,
            OpenTasks openTasks,
            Completion completion,
            People people,
            Trail trail,
            ApplicationEventPublisher events) {
        this.database = database;
        this.inbox = inbox;
        this.openTasks = openTasks;
        this.completion = completion;
        this.people = people;
        this.trail = trail;
        this.events = events;
    }

    /** @param holder null when it is with nobody */
    public record Held(String id, String name, @Nullable PersonId holder) {}

    /** The open tasks of a phrase, in the order in which they opened. */
    public List<Held> of(EngagementId engagement, String phrase) {
        return database.sql("select id, name, assignee_id from inbox_task where engagement_id = ? and task_key = ?"
                        + " order by seq_no")
                .params(engagement.toString(), "UserTask_" + phrase)
                .query((row, index) -> {
                    String holder = row.getString("assignee_id");
                    return new Held(
                            row.getString("id"), row.getString("name"), holder == null ? null : PersonId.of(holder));
                })
                .list();
    }

    /** Passes a task to another person, by a rule and not by somebody. */
    public void handTo(EngagementId engagement, Held task, PersonId person) {
        inbox.assign(task.id(), people.person(person).orElseThrow());
        trail.record(engagement, "task-assigned", null, facts(task, "to", people.username(person)));
    }

    /** Ends a task that nobody has to do any more; its process goes on as if it had not been asked. */
    public void dispense(EngagementId engagement, Held task, String reason) {
        openTasks.find(task.id()).ifPresent(open -> completion.dispense(open));
        trail.record(engagement, "task-dispensed", null, facts(task, "reason", reason));
    }

    /** What is with somebody who may not do it any more is for everybody of its role again. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void release(TeamChanged event) {
        database.sql("select t.id, t.name, t.assignee_id from inbox_task t where t.engagement_id = :engagement"
                        + " and t.assignee_id is not null and not exists (select 1 from team_member m"
                        + " where m.engagement_id = t.engagement_id and m.person_id = t.assignee_id"
                        + " and m.role_name = t.role_name) order by t.seq_no")
                .param("engagement", event.engagement().toString())
                .query((row, index) ->
                        new Held(row.getString("id"), row.getString("name"), PersonId.of(row.getString("assignee_id"))))
                .list()
                .forEach(task -> {
                    inbox.assign(task.id(), null);
                    trail.record(event.engagement(), "task-unclaimed", null, facts(task, "reason", "left the role"));
                    openTasks.find(task.id()).ifPresent(open -> events.publishEvent(new TaskHanded(open, null)));
                });
    }

    private static Map<String, Object> facts(Held task, String name, String fact) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("task", task.id());
        facts.put("name", task.name());
        facts.put(name, fact);
        return facts;
    }
}
