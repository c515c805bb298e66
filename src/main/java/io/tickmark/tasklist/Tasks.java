package io.tickmark.tasklist;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.Completion;
import io.tickmark.workflow.FormCheck;
import io.tickmark.workflow.FormDraft;
import io.tickmark.workflow.Jobs;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.OpenTasks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** What a person may do with an open task. Every method refuses what the server's state does not allow. */
@Service
@Transactional
public class Tasks {

    private final Inbox inbox;
    private final TaskQuery query;
    private final TaskDrafts drafts;
    private final TaskForms forms;
    private final FormCheck check;
    private final RulesByPhrase rules;
    private final OpenTasks openTasks;
    private final Completion completion;
    private final Jobs jobs;
    private final EngagementFile file;
    private final Engagements engagements;
    private final List<TaskDocuments> documents;
    private final People people;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    Tasks(
            Inbox inbox,
            TaskQuery query,
            TaskDrafts drafts,
            TaskForms forms,
            FormCheck check,
            RulesByPhrase rules,
            OpenTasks openTasks,
            Completion completion,
            Jobs jobs,
            EngagementFile file,
            Engagements engagements,
            List<TaskDocuments> documents,
            People people,
            Trail trail,
            ApplicationEventPublisher events) {
        this.inbox = inbox;
        this.query = query;
        this.drafts = drafts;
        this.forms = forms;
        this.check = check;
        this.rules = rules;
        this.openTasks = openTasks;
        this.completion = completion;
        this.jobs = jobs;
        this.file = file;
        this.engagements = engagements;
        this.documents = documents;
        this.people = people;
        this.trail = trail;
        this.events = events;
    }

    /** The task with its form and the values it opens with, the person's own draft on top. */
    TaskDetail open(Actor actor, String id) {
        SeenTask seen = visible(actor, id, query.seen(actor, id));
        OpenTask task = engineTask(id);
        ObjectNode data = forms.known(task, actor);
        drafts.find(id, actor).ifPresent(draft -> TaskDrafts.layOver(data, draft));
        return new TaskDetail(
                seen.task(),
                seen.does(),
                forms.schema(task),
                data,
                documents.stream().flatMap(d -> d.of(task, actor).stream()).toList());
    }

    /** A task that this person may work on, for what is uploaded to it; otherwise the same refusals as completing. */
    public OpenTask workable(Actor actor, String id) {
        row(actor, id, false);
        return engineTask(id);
    }

    /**
     * Holds an open task until the caller's transaction ends, so that whoever adds to it or completes it comes one after
     * another. Throws {@link Conflict} when it is not open any more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String id) {
        if (!inbox.hold(id)) {
            throw new Conflict("This task has just been completed; nothing was added to it");
        }
    }

    void claim(Actor actor, String id) {
        InboxTask row = row(actor, id, true);
        if (!actor.id().equals(row.assigneeId())) {
            inbox.assign(id, actor);
            record(row, "task-claimed", actor, Map.of("task", id, "name", row.name()));
        }
        events.publishEvent(new TaskBegun(engineTask(id)));
    }

    void unclaim(Actor actor, String id) {
        InboxTask row = row(actor, id, true);
        if (!actor.id().equals(row.assigneeId())) {
            throw new Conflict("You have not claimed this task");
        }
        inbox.assign(id, null);
        record(row, "task-unclaimed", actor, Map.of("task", id, "name", row.name()));
    }

    /**
     * Gives the task to a person who holds its role; for those who oversee it or may do it themselves.
     *
     * @param version as last seen, or null to assign it whoever has it by now
     */
    void assign(Actor actor, String id, String username, @Nullable Integer version) {
        InboxTask row = visible(actor, id, query.held(actor, id)).task();
        EngagementId engagement = EngagementId.of(row.engagement());
        checkVersion(row, version);
        Actor person = people.named(username)
                .filter(candidate -> query.holdsRole(engagement, candidate.id(), row.role()))
                // who is to provide what a confidential request asks for becomes its owner, and so may see it
                .filter(candidate -> row.role().equals(Roles.CONTROL_OWNER) || query.isOpenTo(candidate.id(), id))
                .orElseThrow(() -> new Refused("person", "Name somebody who is " + row.role() + " in this engagement"));
        inbox.assign(id, person);
        record(row, "task-assigned", actor, Map.of("task", id, "name", row.name(), "to", person.username()));
        events.publishEvent(new TaskHanded(engineTask(id), person));
    }

    /**
     * Gives the open task that asks a role for a request to a person who holds the role, or back to all who do. Whether
     * {@code by} may say so is checked before.
     *
     * @return whether there was such a task
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hand(Actor by, String request, String role, @Nullable Actor to) {
        Optional<InboxTask> open = inbox.ofRequest(request, role);
        open.ifPresent(row -> {
            inbox.assign(row.id(), to);
            Map<String, @Nullable Object> facts = new LinkedHashMap<>();
            facts.put("task", row.id());
            facts.put("name", row.name());
            facts.put("to", to == null ? null : to.username());
            record(row, "task-assigned", by, facts);
            events.publishEvent(new TaskHanded(engineTask(row.id()), to));
        });
        return open.isPresent();
    }

    /** Keeps what was entered in the fields that the form lets people enter; nothing else of it. */
    void draft(Actor actor, String id, ObjectNode data) {
        row(actor, id, true);
        OpenTask task = engineTask(id);
        drafts.save(id, actor, FormDraft.of(forms.schema(task), data));
        events.publishEvent(new TaskBegun(task));
    }

    /**
     * What a completion left.
     *
     * @param opened the tasks that it opened
     * @param mark where it left steps behind, which may open further tasks: these come after this mark; otherwise null
     */
    record Done(
            EngagementId engagement,
            List<InboxTask> opened,
            @Nullable Long mark) {}

    /**
     * Completes the task: checks the answers against the form and the task's own rules, puts them into our tables, the
     * file and the trail, and lets the process go on; all of it or nothing.
     *
     * @param version as last seen, or null to take the task as it is
     */
    Done complete(Actor actor, String id, @Nullable Integer version, ObjectNode submitted) {
        InboxTask row = row(actor, id, true);
        checkVersion(row, version);
        OpenTask task = engineTask(id);
        ObjectNode known = forms.known(task, actor);
        if (engagements.outline(task.engagement()).phase().equals("suspended")) {
            throw new Conflict("The engagement is suspended; its tasks wait until it is resumed");
        }
        Answers answers = checked(task, actor, submitted, known);
        List<InboxTask> opened = new ArrayList<>();
        boolean stepsAhead = jobs.leftBy(() -> opened.addAll(Following.from(() -> {
            rules.of(task).submit(task, actor, answers);
            file.record(task, row.subjectId(), actor, answers);
            completion.complete(task, answers);
        })));
        return new Done(task.engagement(), opened, stepsAhead ? (Long) inbox.mark() : null);
    }

    private Answers checked(OpenTask task, Actor actor, ObjectNode submitted, ObjectNode known) {
        var outcome = check.check(forms.schema(task), submitted, known, document -> documents.stream()
                .anyMatch(d -> belongs(d, task, document)));
        if (!outcome.accepted()) {
            throw new Refused(outcome.refusals());
        }
        Answers answers = new Answers(outcome.answers());
        List<Refusal> refusals = rules.of(task).validate(task, actor, answers);
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return answers;
    }

    private static void checkVersion(InboxTask row, @Nullable Integer version) {
        if (version != null && version != row.version()) {
            throw new Conflict("This task has changed since you opened it: it is at version " + row.version()
                    + (row.assignee() == null ? ", with nobody" : ", with " + row.assignee()));
        }
    }

    private static boolean belongs(TaskDocuments documents, OpenTask task, String document) {
        try {
            return documents.belongs(task, java.util.UUID.fromString(document));
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }

    private InboxTask row(Actor actor, String id, boolean lock) {
        SeenTask seen = visible(actor, id, lock ? query.held(actor, id) : query.seen(actor, id));
        InboxTask row = seen.task();
        if (seen.does()) {
            return row;
        }
        if (row.assignee() != null && query.holdsRole(EngagementId.of(row.engagement()), actor.id(), row.role())) {
            // the role allows it, somebody else was first
            throw new Conflict("This task is with " + row.assignee() + "; ask for it to be assigned to you");
        }
        throw new Forbidden(
                row.assignee() == null
                        ? "This task is for the " + row.role() + " of the engagement"
                        : "This task is with " + row.assignee() + "; ask for it to be assigned to you");
    }

    private SeenTask visible(Actor actor, String id, Optional<SeenTask> found) {
        SeenTask seen = found.orElseThrow(() -> gone(actor, id));
        if (!seen.visible()) {
            throw new NotFound("There is no open task " + id);
        }
        return seen;
    }

    /** A completed task is a conflict for those who may know of it, and does not exist for anybody else. */
    private RuntimeException gone(Actor actor, String id) {
        return file.ofTask(id)
                .filter(done -> query.holdsRole(done.engagement(), actor.id(), done.role())
                        || done.person().equals(actor.id()))
                .<RuntimeException>map(Tasks::completed)
                .orElseGet(() -> new NotFound("There is no open task " + id));
    }

    private static Conflict completed(TaskRecord done) {
        return new Conflict("'" + done.taskName() + "' was completed by " + done.personName() + " on "
                + done.completedAt().toString().replace('T', ' ').replace("Z", " UTC"));
    }

    private OpenTask engineTask(String id) {
        return openTasks.find(id).orElseThrow(() -> new Conflict("This task has just been closed"));
    }

    private void record(InboxTask row, String event, Actor actor, Map<String, ?> facts) {
        trail.record(EngagementId.of(row.engagement()), event, actor, facts);
    }
}
