package io.tickmark.evidence;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import io.tickmark.trail.Trail;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Evidence that was accepted in another engagement of the same client, given once more where its window fits. It is the
 * client's to give, as any evidence: by who may answer the request and sees the document there too. The bytes stay where
 * they are; both trails tell of the other.
 */
@Component
class Reuse {

    private static final int LOOKED_AT = 500;
    private static final int OFFERED = 100;

    private final DocumentRepository documents;
    private final RequestRepository requests;
    private final DocumentSight sight;
    private final UploadPlaces places;
    private final RequestTasks tasks;
    private final Counting counting;
    private final Trail trail;

    Reuse(
            DocumentRepository documents,
            RequestRepository requests,
            DocumentSight sight,
            UploadPlaces places,
            RequestTasks tasks,
            Counting counting,
            Trail trail) {
        this.documents = documents;
        this.requests = requests;
        this.sight = sight;
        this.places = places;
        this.tasks = tasks;
        this.counting = counting;
        this.trail = trail;
    }

    /** What fits and is not there yet, for the same controls first, the newest first; at most a hundred. */
    @Transactional(readOnly = true)
    public List<Document> offered(Actor actor, UUID id) {
        Place place = places.ofRequest(actor, id);
        EvidenceRequest request = requests.findById(id).orElseThrow();
        Set<String> there = documents.ofRequests(List.of(id)).stream()
                .map(document -> document.stored().sha256())
                .collect(Collectors.toSet());
        List<Document> found =
                documents
                        .acceptedElsewhere(
                                place.client().value(), place.engagement().value(), Limit.of(LOOKED_AT))
                        .stream()
                        .filter(document -> fits(document, request)
                                && !there.contains(document.stored().sha256()))
                        .toList();
        Set<UUID> seen = found.stream().collect(groupingBy(Document::engagement)).entrySet().stream()
                .flatMap(one -> sight.seen(actor, one.getKey(), one.getValue()).stream())
                .map(Document::id)
                .collect(Collectors.toSet());
        Set<UUID> alike = ofTheSameControls(found, request);
        List<Document> sorted = new ArrayList<>(found);
        sorted.removeIf(document -> !seen.contains(document.id()));
        sorted.sort(comparing(document -> !alike.contains(document.request())));
        return sorted.stream().limit(OFFERED).toList();
    }

    private Set<UUID> ofTheSameControls(List<Document> found, EvidenceRequest request) {
        Set<UUID> asked =
                found.stream().map(Document::request).filter(Objects::nonNull).collect(Collectors.toSet());
        return asked.isEmpty()
                ? Set.of()
                : requests.findByIdIn(asked).stream()
                        .filter(other -> other.controls().stream().anyMatch(request.controls()::contains))
                        .map(EvidenceRequest::id)
                        .collect(Collectors.toSet());
    }

    /** Gives it to the request; whoever hands the request over hands it over too, and it is looked at as any other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Document give(Actor actor, UUID id, UUID document) {
        Place place = places.ofRequest(actor, id);
        // nobody takes the one out, or hands the other over, meanwhile
        Stream.concat(Stream.of(id), documents.requestOf(document).stream())
                .sorted()
                .forEach(requests::lock);
        EvidenceRequest request = requests.findById(id).orElseThrow();
        UploadPlaces.checkOpen(request);
        Document same = documents
                .findById(document)
                .filter(d -> d.client().equals(place.client()) && sight.sees(actor, d))
                .orElseThrow(() -> new NotFound("There is no document " + document));
        check(same, request);
        request.begin();
        Document given = counting.again(place, same, actor);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("document", same.id());
        if (!requests.isConfidential(same.request())) {
            facts.put("name", same.name());
        }
        facts.put("sha256", same.stored().sha256());
        facts.put("toEngagement", place.engagement().value());
        facts.put("toRequest", request.id());
        facts.put("toDocument", given.id());
        trail.record(same.engagement(), "document-reused", actor, facts);
        return given;
    }

    private void check(Document same, EvidenceRequest request) {
        if (same.engagement().equals(request.engagement())) {
            throw new Conflict("It was given in this engagement; one request may serve several controls");
        }
        if (same.state() != DocumentState.ACCEPTED
                || same.madeBy() != MadeBy.CLIENT
                || same.audience() != Audience.REQUEST) {
            throw new Conflict("Only what was asked for and accepted there serves here too; it is "
                    + same.state().word());
        }
        if (!fits(same, request)) {
            throw new Refused(
                    "document",
                    "It covers " + from(same) + " to " + to(same) + "; asked for is evidence of "
                            + tasks.coversFrom(request.facts()) + " to " + tasks.coversTo(request.facts()));
        }
        if (documents.ofRequests(List.of(request.id())).stream()
                .anyMatch(document -> document.state() != DocumentState.PURGED
                        && document.stored().sha256().equals(same.stored().sha256()))) {
            throw new Conflict("The request has these very bytes already");
        }
    }

    /** What it covers lies within the request's days, or holds them all. */
    private boolean fits(Document document, EvidenceRequest request) {
        LocalDate start = tasks.coversFrom(request.facts());
        LocalDate end = tasks.coversTo(request.facts());
        if (start == null || end == null) {
            return true;
        }
        boolean within = !from(document).isBefore(start) && !to(document).isAfter(end);
        boolean around = !from(document).isAfter(start) && !to(document).isBefore(end);
        return within || around;
    }

    /** The day it came, where nobody said what it covers. */
    private static LocalDate from(Document document) {
        LocalDate from = document.facts().coversFrom();
        return from != null ? from : LocalDate.ofInstant(document.uploadedAt(), ZoneOffset.UTC);
    }

    private static LocalDate to(Document document) {
        LocalDate to = document.facts().coversTo();
        return to != null ? to : LocalDate.ofInstant(document.uploadedAt(), ZoneOffset.UTC);
    }
}
