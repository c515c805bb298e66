package io.tickmark.evidence;

import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.StepContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is told about a request that keeps its auditor waiting. */
@Component
class Overdue {

    private final RequestRepository requests;
    private final DocumentRepository documents;
    private final People people;
    private final Trail trail;
    private final Clock clock;

    Overdue(RequestRepository requests, DocumentRepository documents, People people, Trail trail, Clock clock) {
        this.requests = requests;
        this.documents = documents;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** A request that has ended meanwhile is left in peace. */
    void escalate(StepContext context) {
        open(context).ifPresent(request -> {
            record(request, "request-escalated", null);
            miss(request);
        });
    }

    /** The window of what recurs is over and its day has passed: where nothing came at all, that occurrence is missed. */
    private void miss(EvidenceRequest request) {
        boolean given = documents.ofRequests(List.of(request.id())).stream()
                .anyMatch(document -> document.state() != DocumentState.PURGED);
        if (request.isRecurring() && !given && request.miss(LocalDate.now(clock))) {
            Map<String, @Nullable Object> facts = facts(request);
            facts.put("controls", request.controls());
            facts.put("coversFrom", request.facts().coversFrom());
            facts.put("coversTo", request.facts().coversTo());
            facts.put("location", request.location());
            trail.record(request.engagement(), "occurrence-missed", null, facts);
        }
    }

    /** Like {@link #escalate}. */
    void remind(StepContext context) {
        open(context).ifPresent(request -> remind(request, null));
    }

    /** @param by who reminds, or null for the calendar */
    void remind(EvidenceRequest request, @Nullable Actor by) {
        request.remind(LocalDate.now(clock));
        record(request, "owner-reminded", by);
    }

    private Optional<EvidenceRequest> open(StepContext context) {
        return requests.findById(UUID.fromString(context.need(EvidenceRequestProcess.REQUEST_ID)))
                .filter(request -> !request.state().isClosed());
    }

    private void record(EvidenceRequest request, String event, @Nullable Actor by) {
        trail.record(request.engagement(), event, by, facts(request));
    }

    private Map<String, @Nullable Object> facts(EvidenceRequest request) {
        Map<String, @Nullable Object> facts = RequestTrail.facts(request);
        PersonId owner = request.owner();
        facts.put("owner", owner == null ? null : people.username(owner));
        facts.put("due", request.due());
        return facts;
    }
}
