package io.tickmark.evidence;

import static io.tickmark.scoping.EvidenceKind.POPULATION;

import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.PersonId;
import io.tickmark.trail.Trail;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How a request ends: accepted or withdrawn. Called again for one that has ended, it does nothing. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestEnd {

    private final RequestRepository requests;
    private final DocumentRepository documents;
    private final Samples samples;
    private final People people;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    RequestEnd(
            RequestRepository requests,
            DocumentRepository documents,
            Samples samples,
            People people,
            Trail trail,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.documents = documents;
        this.samples = samples;
        this.people = people;
        this.trail = trail;
        this.events = events;
    }

    public void accept(UUID id) {
        EvidenceRequest request = need(id);
        if (request.state().isClosed()) {
            return;
        }
        request.accept();
        List<Document> given = documents.ofRequests(List.of(id)).stream()
                .filter(Document::isGiven)
                .toList();
        given.forEach(Document::accept);
        Map<String, @Nullable Object> facts = RequestTrail.facts(request);
        facts.put("documents", given.stream().map(Document::id).toList());
        trail.record(request.engagement(), "evidence-accepted", null, facts);
        events.publishEvent(new RequestClosed(request.engagement(), id, request.controls(), true));
        if (request.kind() == POPULATION) {
            int count = Objects.requireNonNullElse(request.facts().populationCount(), 0);
            request.controls()
                    .forEach(control ->
                            events.publishEvent(new PopulationAccepted(request.engagement(), control, count)));
        }
    }

    public void withdraw(UUID id) {
        EvidenceRequest request = need(id);
        if (request.state().isClosed()) {
            return;
        }
        request.withdraw();
        Map<String, @Nullable Object> facts = RequestTrail.facts(request);
        facts.put("reason", request.withdrawal().reason());
        trail.record(request.engagement(), "request-withdrawn", withdrawer(request), facts);
        events.publishEvent(new RequestClosed(request.engagement(), id, request.controls(), false));
        if (request.kind() == POPULATION) {
            samples.orphaned(request).forEach(draft -> {
                // who reads of the sample need not know of a confidential population
                String population = request.isConfidential() ? "" : request.reference() + " ";
                draft.askToWithdraw("Its population " + population + "was withdrawn", null);
                withdraw(draft.id());
            });
        }
    }

    private @Nullable Actor withdrawer(EvidenceRequest request) {
        PersonId by = request.withdrawal().by();
        return by == null ? null : people.person(by).orElse(null);
    }

    private EvidenceRequest need(UUID id) {
        return requests.lock(id).orElseThrow(() -> new NotFound("There is no request " + id));
    }
}
