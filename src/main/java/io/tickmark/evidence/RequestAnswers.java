package io.tickmark.evidence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns requests into answers for a person who may see them; the number of SQL statements does not grow with theirs. */
@Component
class RequestAnswers {

    private final DocumentRepository documents;
    private final ReturnRepository returns;
    private final DocumentAnswers documentAnswers;
    private final People people;
    private final RequestReaders readers;

    RequestAnswers(
            DocumentRepository documents,
            ReturnRepository returns,
            DocumentAnswers documentAnswers,
            People people,
            RequestReaders readers) {
        this.readers = readers;
        this.documents = documents;
        this.returns = returns;
        this.documentAnswers = documentAnswers;
        this.people = people;
    }

    /** @param waitsFor what a single draft waits for; empty in lists */
    List<RequestAnswer> of(Collection<EvidenceRequest> requests, Actor actor, List<String> waitsFor) {
        if (requests.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = requests.stream().map(EvidenceRequest::id).toList();
        List<Document> all = documents.ofRequests(ids);
        Map<UUID, List<DocumentState>> states = all.stream()
                .collect(groupingBy(d -> Objects.requireNonNull(d.request()), mapping(Document::state, toList())));
        Map<UUID, List<Document>> files =
                all.stream().filter(d -> isFor(actor, d)).collect(groupingBy(d -> Objects.requireNonNull(d.request())));
        Map<UUID, DocumentAnswer> shown =
                documentAnswers
                        .of(actor, files.values().stream().flatMap(List::stream).toList())
                        .stream()
                        .collect(Collectors.toMap(DocumentAnswer::id, Function.identity()));
        Map<UUID, List<RequestReturn>> history = returns.ofRequests(ids).stream()
                .filter(r -> !(r.isInternal() && actor.ofTheFirm()))
                .collect(groupingBy(RequestReturn::request));
        Map<UUID, List<PersonId>> named = readers.of(requests.stream()
                .filter(EvidenceRequest::isConfidential)
                .map(EvidenceRequest::id)
                .toList());
        Map<PersonId, Actor> owners = people.persons(Stream.concat(
                        requests.stream().map(EvidenceRequest::owner).filter(Objects::nonNull),
                        named.values().stream().flatMap(List::stream))
                .distinct()
                .toList());
        return requests.stream()
                .map(r -> answer(
                        r,
                        owners.get(r.owner()),
                        files.getOrDefault(r.id(), List.of()).stream()
                                .map(d -> Objects.requireNonNull(shown.get(d.id())))
                                .toList(),
                        history.getOrDefault(r.id(), List.of()),
                        named.getOrDefault(r.id(), List.of()).stream()
                                .map(owners::get)
                                .filter(Objects::nonNull)
                                .map(Actor::username)
                                .toList(),
                        r.state().lacksEvidence(states.getOrDefault(r.id(), List.of())),
                        waitsFor))
                .toList();
    }

    /** Of a request that the person sees; what an auditor made stays with the firm. */
    private static boolean isFor(Actor actor, Document document) {
        return actor.ofTheFirm() ? document.isReleased() : document.audience() == Audience.REQUEST;
    }

    private static RequestAnswer answer(
            EvidenceRequest request,
            @Nullable Actor owner,
            List<DocumentAnswer> files,
            List<RequestReturn> history,
            List<String> named,
            boolean evidenceTakenOut,
            List<String> waitsFor) {
        RequestFacts facts = request.facts();
        return new RequestAnswer(
                facts.id(),
                facts.engagement().value(),
                facts.reference(),
                facts.title(),
                facts.kind().name(),
                facts.state().word(),
                facts.controls(),
                owner == null ? null : owner.username(),
                owner == null ? null : owner.name(),
                facts.due(),
                facts.coversFrom(),
                facts.coversTo(),
                facts.clientReview(),
                facts.sampleOf(),
                request.items(),
                facts.populationCount(),
                request.population().source,
                request.population().extractedOn,
                files,
                history.stream().map(RequestReturn::answer).toList(),
                request.withdrawal().reason(),
                request.reminders(),
                request.remindedOn(),
                request.isConfidential(),
                named,
                request.isRecurring(),
                request.location(),
                request.missedOn(),
                evidenceTakenOut,
                waitsFor,
                facts.version());
    }
}
