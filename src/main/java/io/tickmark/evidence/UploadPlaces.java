package io.tickmark.evidence;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.FileLock;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.tasklist.Tasks;
import io.tickmark.workflow.OpenTask;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a person may upload to, and on whose side: evidence is the client's, observations are the auditor's. */
@Component
@Transactional(readOnly = true)
class UploadPlaces {

    private static final Set<String> ENDED = Set.of("closed", "declined", "withdrawn");

    private final RequestRepository requests;
    private final RequestSight sight;
    private final Engagements engagements;
    private final Team team;
    private final Tasks tasks;
    private final FileLock lock;

    UploadPlaces(
            RequestRepository requests,
            RequestSight sight,
            Engagements engagements,
            Team team,
            Tasks tasks,
            FileLock lock) {
        this.requests = requests;
        this.sight = sight;
        this.engagements = engagements;
        this.team = team;
        this.tasks = tasks;
        this.lock = lock;
    }

    /** Throws {@link NotFound}, {@link Forbidden} for the wrong side, {@link Conflict} when nothing can be added now. */
    public Place ofRequest(Actor actor, UUID id) {
        EvidenceRequest request = requests.findById(id)
                .filter(r -> sight.sees(actor, r))
                .orElseThrow(() -> new NotFound("There is no request " + id));
        MadeBy side = sideOf(request);
        checkSide(actor, request, side);
        checkRunning(engagements.facts(request.engagement()));
        checkOpen(request);
        return answering(request, side, null, null);
    }

    private void checkSide(Actor actor, EvidenceRequest request, MadeBy side) {
        Set<String> roles = team.roles(request.engagement(), actor.id());
        if (side == MadeBy.AUDITOR) {
            if (!actor.ofTheFirm() || roles.stream().noneMatch(Roles.AUDIT_SIDE::contains)) {
                throw new Forbidden("An observation is recorded by the auditor");
            }
        } else if (actor.ofTheFirm()) {
            throw new Forbidden("No auditor can upload client evidence in the client's name");
        } else if (roles.stream().noneMatch(Roles.CLIENT_SIDE::contains) && !sight.leads(actor, request.engagement())) {
            throw new Forbidden("Evidence is given by the client's control owners and those who lead the engagement");
        }
    }

    static void checkOpen(EvidenceRequest request) {
        if (request.state() == RequestState.DRAFT) {
            throw new Conflict(request.reference() + " is not asked yet: it waits for its population to be accepted");
        }
        if (!request.state().isWithOwner()) {
            throw new Conflict(request.reference() + " is " + request.state().word()
                    + ": nothing can be added to it unless it is returned");
        }
    }

    /** Throws {@link Conflict} while the engagement takes nothing. */
    void checkRunning(EngagementFacts engagement) {
        lock.refuseChange(engagement.id());
        if (engagement.phase().equals("suspended")) {
            throw new Conflict("The engagement is suspended; it takes documents again when it is resumed");
        }
        if (ENDED.contains(engagement.phase())) {
            throw new Conflict("The engagement has ended: it is " + engagement.phase());
        }
    }

    /** For whoever may work on the task; what is uploaded answers the task's request, if it has one. */
    public Place ofTask(Actor actor, String id) {
        OpenTask task = tasks.workable(actor, id);
        MadeBy own = actor.ofTheFirm() ? MadeBy.AUDITOR : MadeBy.CLIENT;
        MadeBy side = Objects.requireNonNullElse(side(task.role()), own);
        if (side == MadeBy.CLIENT && actor.ofTheFirm()) {
            throw new Forbidden("No auditor can upload client evidence in the client's name");
        }
        EngagementFacts engagement = engagements.facts(task.engagement());
        checkRunning(engagement);
        EvidenceRequest request = request(task);
        if (request != null && request.state().isWithOwner() && side == sideOf(request)) {
            return answering(request, side, id, task.processInstance());
        }
        Audience audience = side == MadeBy.CLIENT ? Audience.LEADS : Audience.FIRM;
        return new Place(
                task.engagement(), engagement.client(), null, id, task.processInstance(), side, audience, true);
    }

    /** The side that a role is on; null where people of both may hold it. */
    static @Nullable MadeBy side(String role) {
        if (Roles.CLIENT_SIDE.contains(role)) {
            return MadeBy.CLIENT;
        }
        return Roles.AUDIT_SIDE.contains(role) || role.equals(Roles.AUDIT_TEAM) ? MadeBy.AUDITOR : null;
    }

    private static MadeBy sideOf(EvidenceRequest request) {
        return request.kind() == EvidenceKind.OBSERVATION ? MadeBy.AUDITOR : MadeBy.CLIENT;
    }

    private @Nullable EvidenceRequest request(OpenTask task) {
        String id = task.get(EvidenceRequestProcess.REQUEST_ID);
        return id == null
                ? null
                : requests.findById(UUID.fromString(id))
                        .filter(r -> r.engagement().equals(task.engagement()))
                        .orElse(null);
    }

    private static Place answering(
            EvidenceRequest request, MadeBy side, @Nullable String task, @Nullable String instance) {
        boolean auditors = side == MadeBy.AUDITOR;
        return new Place(
                request.engagement(),
                request.client(),
                request.id(),
                task,
                instance,
                side,
                auditors ? Audience.FIRM : Audience.REQUEST,
                auditors || !request.clientReview(),
                request.isConfidential());
    }
}
