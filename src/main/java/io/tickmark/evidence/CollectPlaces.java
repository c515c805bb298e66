package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import io.tickmark.scoping.EvidenceKind;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the one open request that a script's file answers; it never guesses between two. */
@Component
@Transactional(readOnly = true)
class CollectPlaces {

    private final RequestRepository requests;
    private final RequestTasks tasks;
    private final RequestSight sight;
    private final UploadPlaces places;

    CollectPlaces(RequestRepository requests, RequestTasks tasks, RequestSight sight, UploadPlaces places) {
        this.requests = requests;
        this.tasks = tasks;
        this.sight = sight;
        this.places = places;
    }

    /**
     * @param maker in whose name it is given: it goes only where this person may still upload to
     * @throws Conflict where no request takes it now
     * @throws Refused at {@code control} where more than one would
     * @throws Forbidden for what the collector is not bound to
     */
    public Place of(Collector collector, Actor maker, CollectedEntry entry) {
        RequestSight.View view = sight.view(maker, collector.engagement())
                .orElseThrow(() -> new NotFound("There is no engagement " + collector.engagement()));
        List<EvidenceRequest> bound = requests
                .findByEngagementIdOrderByNumber(collector.engagement().value())
                .stream()
                // a refusal names them
                .filter(request -> !request.isConfidential() || view.sees(request))
                .filter(request -> request.kind() != EvidenceKind.OBSERVATION && collector.mayGiveTo(request))
                .toList();
        EvidenceRequest request =
                entry.request() != null ? named(collector, bound, entry.request()) : fitting(collector, bound, entry);
        return places.ofRequest(maker, request.id())
                .by(new Collected(collector.name(), entry.source(), entry.query(), entry.extractedAt()));
    }

    private static EvidenceRequest named(Collector collector, List<EvidenceRequest> bound, String name) {
        return bound.stream()
                .filter(request -> CollectorEntry.isNamed(request, name))
                .findFirst()
                .orElseThrow(() -> notBound(collector, bound));
    }

    private EvidenceRequest fitting(Collector collector, List<EvidenceRequest> bound, CollectedEntry entry) {
        String control = entry.control();
        if (control != null && !collector.controls().contains(control)) {
            if (bound.stream().noneMatch(request -> request.controls().contains(control))) {
                throw notBound(collector, bound);
            }
        }
        List<EvidenceRequest> open = bound.stream()
                .filter(request -> control == null || request.controls().contains(control))
                .filter(request -> entry.kind() == null || entry.kind() == request.kind())
                .filter(request -> request.state().isWithOwner())
                .toList();
        List<EvidenceRequest> fitting =
                open.stream().filter(request -> fits(request, entry)).toList();
        if (fitting.isEmpty()) {
            throw new Conflict(none(entry, open));
        }
        if (fitting.size() > 1) {
            throw new Refused(
                    "control",
                    "More than one open request takes it: " + inWords(fitting)
                            + ". Name one with X-Request, or say which days it covers with X-Covers-From and X-Covers-To");
        }
        return fitting.get(0);
    }

    /** What it covers lies in the request's window; where that was not said, it was taken when the window had begun. */
    private boolean fits(EvidenceRequest request, CollectedEntry entry) {
        RequestFacts facts = request.facts();
        LocalDate start = tasks.coversFrom(facts);
        LocalDate end = tasks.coversTo(facts);
        LocalDate from = entry.from() != null ? entry.from() : entry.to() != null ? entry.to() : entry.day();
        LocalDate to = entry.to() != null ? entry.to() : entry.from();
        return (start == null || !from.isBefore(start)) && (end == null || to == null || !to.isAfter(end));
    }

    private String none(CollectedEntry entry, List<EvidenceRequest> open) {
        String what = entry.from() == null && entry.to() == null
                ? "taken on " + entry.day()
                : "of " + (entry.from() == null ? "…" : entry.from()) + " to "
                        + (entry.to() == null ? "…" : entry.to());
        return open.isEmpty()
                ? "No request is open that this collector could answer with it; nothing was kept"
                : "No open request takes evidence " + what + "; open are " + inWords(open);
    }

    private String inWords(List<EvidenceRequest> some) {
        return some.stream()
                .map(request -> request.label() + " (" + window(request.facts()) + ")")
                .collect(Collectors.joining("; "));
    }

    private String window(RequestFacts facts) {
        LocalDate from = tasks.coversFrom(facts);
        LocalDate to = tasks.coversTo(facts);
        return from == null || to == null ? "no period yet" : from + " to " + to;
    }

    private static Forbidden notBound(Collector collector, List<EvidenceRequest> bound) {
        Stream<String> named = bound.stream()
                .filter(request -> collector.requests().contains(request.id()))
                .map(EvidenceRequest::reference);
        String all = Stream.concat(new TreeSet<>(collector.controls()).stream(), named)
                .collect(Collectors.joining(", "));
        return new Forbidden("This collector gives evidence for " + all + " and for nothing else");
    }
}
