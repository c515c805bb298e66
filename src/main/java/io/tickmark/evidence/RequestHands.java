package io.tickmark.evidence;

import io.tickmark.engagement.Roles;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import io.tickmark.tasklist.TaskBegun;
import io.tickmark.tasklist.TaskHanded;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.OpenTask;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** In whose hands a request is: with its task it is handed on, and from the first draft it is in progress. */
@Component
class RequestHands {

    private final RequestRepository requests;
    private final EvidenceRequestProcess process;
    private final People people;
    private final Trail trail;
    private final Confidence confidence;

    RequestHands(
            RequestRepository requests,
            EvidenceRequestProcess process,
            People people,
            Trail trail,
            Confidence confidence) {
        this.confidence = confidence;
        this.requests = requests;
        this.process = process;
        this.people = people;
        this.trail = trail;
    }

    @EventListener
    void begun(TaskBegun event) {
        ownersRequest(event.task())
                .filter(request -> request.state().isWithOwner())
                .ifPresent(EvidenceRequest::begin);
    }

    /** Who is to provide it sees its documents; whoever had it before does not any more. */
    @EventListener
    void handed(TaskHanded event) {
        Actor to = event.to();
        PersonId next = to == null ? null : to.id();
        ownersRequest(event.task())
                .filter(request -> !Objects.equals(request.owner(), next))
                .ifPresent(request -> {
                    Map<String, @Nullable Object> facts = RequestTrail.facts(request);
                    facts.put("from", username(request.owner()));
                    facts.put("to", to == null ? null : to.username());
                    request.handTo(next);
                    process.handTo(event.task(), to);
                    confidence.ownerChanged(request);
                    trail.record(request.engagement(), "request-delegated", null, facts);
                });
    }

    private @Nullable String username(@Nullable PersonId person) {
        return person == null ? null : people.username(person);
    }

    /** The request that the task has its owner do something for; empty for any other task. */
    private Optional<EvidenceRequest> ownersRequest(OpenTask task) {
        String id = task.get(EvidenceRequestProcess.REQUEST_ID);
        return id == null || !task.role().equals(Roles.CONTROL_OWNER)
                ? Optional.empty()
                : requests.lock(UUID.fromString(id)).filter(r -> r.engagement().equals(task.engagement()));
    }
}
