package io.tickmark.evidence;

import io.tickmark.engagement.FileLock;
import io.tickmark.engagement.Roles;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import io.tickmark.tasklist.Tasks;
import io.tickmark.trail.Trail;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What its auditor changes about a request that is still open: its words, whose it is and when it is due. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestChanges {

    private final EvidenceRequestProcess process;
    private final Tasks tasks;
    private final People people;
    private final Trail trail;
    private final FileLock lock;
    private final Confidence confidence;

    RequestChanges(
            EvidenceRequestProcess process,
            Tasks tasks,
            People people,
            Trail trail,
            FileLock lock,
            Confidence confidence) {
        this.confidence = confidence;
        this.process = process;
        this.tasks = tasks;
        this.people = people;
        this.trail = trail;
        this.lock = lock;
    }

    /**
     * A change of one request.
     *
     * @param title null to leave it
     * @param otherOwner whether it goes to {@code owner}
     * @param owner null for whoever owns controls
     * @param due null to leave it
     */
    record Change(
            EvidenceRequest request,
            @Nullable String title,
            boolean otherOwner,
            @Nullable Actor owner,
            @Nullable LocalDate due) {

        boolean isNone() {
            return title == null && !otherOwner && due == null;
        }
    }

    public void make(Change change, Actor by) {
        EvidenceRequest request = change.request();
        if (change.title() != null) {
            String before = request.title();
            request.rename(change.title());
            Map<String, @Nullable Object> facts = RequestTrail.facts(request);
            facts.put("before", before);
            trail.record(request.engagement(), "request-renamed", by, facts);
        }
        if (change.otherOwner()) {
            assign(request, change.owner(), by);
        }
        if (change.due() != null) {
            extend(request, change.due(), "", by);
        }
        lock.refuseChange(request.engagement());
    }

    /** Goes with its open task, if it has one: the task's new hands are the request's. */
    public void assign(EvidenceRequest request, @Nullable Actor owner, Actor by) {
        if (tasks.hand(by, request.id().toString(), Roles.CONTROL_OWNER, owner)) {
            return;
        }
        Map<String, @Nullable Object> facts = RequestTrail.facts(request);
        facts.put("from", owner(request).map(Actor::username).orElse(null));
        facts.put("to", owner == null ? null : owner.username());
        request.handTo(owner == null ? null : owner.id());
        process.handTo(request, owner);
        confidence.ownerChanged(request);
        trail.record(request.engagement(), "request-delegated", by, facts);
    }

    /** Moves its day, earlier or later, and with it its open task and what happens when it is overdue. */
    public void extend(EvidenceRequest request, LocalDate due, String reason, Actor by) {
        Map<String, @Nullable Object> facts = RequestTrail.facts(request);
        facts.put("from", request.due());
        facts.put("to", due);
        if (!reason.isEmpty()) {
            facts.put("reason", reason);
        }
        request.extend(due);
        process.dueIs(request);
        trail.record(request.engagement(), "request-extended", by, facts);
    }

    Optional<Actor> owner(EvidenceRequest request) {
        PersonId owner = request.owner();
        return owner == null ? Optional.empty() : people.person(owner);
    }
}
