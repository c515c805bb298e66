package io.tickmark.evidence;

import io.tickmark.identity.People;
import io.tickmark.kernel.PersonId;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.StepContext;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is told about a request that keeps its auditor waiting. */
@Component
class Overdue {

    private final RequestRepository requests;
    private final People people;
    private final Trail trail;

    Overdue(RequestRepository requests, People people, Trail trail) {
        this.requests = requests;
        this.people = people;
        this.trail = trail;
    }

    /** A request that has ended meanwhile is left in peace. */
    void record(StepContext context, String event) {
        requests.findById(UUID.fromString(context.need(EvidenceRequestProcess.REQUEST_ID)))
                .filter(request -> !request.state().isClosed())
                .ifPresent(request -> trail.record(context.engagement(), event, null, facts(request)));
    }

    private Map<String, @Nullable Object> facts(EvidenceRequest request) {
        Map<String, @Nullable Object> facts = RequestTrail.facts(request);
        PersonId owner = request.owner();
        facts.put("owner", owner == null ? null : people.username(owner));
        facts.put("due", request.due());
        return facts;
    }
}
