package io.tickmark.evidence;

import static io.tickmark.scoping.EvidenceKind.POPULATION;
import static io.tickmark.scoping.EvidenceKind.SAMPLE;

import io.tickmark.kernel.EngagementId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which sample requests hang on which populations: a sample is drawn only from a population that is accepted. */
@Component
class Samples {

    private final RequestRepository requests;

    Samples(RequestRepository requests) {
        this.requests = requests;
    }

    /** The populations that this request still waits for; empty for whatever is no sample. */
    List<EvidenceRequest> awaited(EvidenceRequest sample) {
        if (sample.kind() != SAMPLE) {
            return List.of();
        }
        return awaited(
                sample,
                sources(sample).stream()
                        .flatMap(control ->
                                requests.ofControl(sample.engagement().value(), control).stream())
                        .toList());
    }

    /** Like {@link #awaited(EvidenceRequest)}, among the given requests of the engagement. */
    List<EvidenceRequest> awaited(EvidenceRequest sample, List<EvidenceRequest> among) {
        if (sample.kind() != SAMPLE) {
            return List.of();
        }
        List<String> sources = sources(sample);
        return among.stream()
                .filter(r -> r.controls().stream().anyMatch(sources::contains))
                .filter(r -> r.kind() == POPULATION && !r.state().isClosed() && overlap(r.facts(), sample.facts()))
                .distinct()
                .toList();
    }

    /** Sample requests of a control that are not closed. */
    List<EvidenceRequest> of(EngagementId engagement, String control) {
        return requests.ofControl(engagement.value(), control).stream()
                .filter(r -> r.kind() == SAMPLE
                        && !r.state().isClosed()
                        && sources(r).contains(control))
                .toList();
    }

    /** Drafts of the population's controls that nothing can open any more, now that it was withdrawn. */
    List<EvidenceRequest> orphaned(EvidenceRequest population) {
        return population.controls().stream()
                .flatMap(control -> of(population.engagement(), control).stream())
                .filter(r -> r.state() == RequestState.DRAFT
                        && overlap(population.facts(), r.facts())
                        && awaited(r).isEmpty())
                .distinct()
                .toList();
    }

    /** The accepted populations that the sample is drawn from. */
    List<EvidenceRequest> drawnFrom(EvidenceRequest sample) {
        return sources(sample).stream()
                .flatMap(control -> requests.ofControl(sample.engagement().value(), control).stream())
                .filter(r -> r.kind() == POPULATION && r.state() == RequestState.ACCEPTED)
                .filter(r -> overlap(r.facts(), sample.facts()))
                .distinct()
                .toList();
    }

    private static List<String> sources(EvidenceRequest sample) {
        String of = sample.sampleOf();
        return of == null || !sample.controls().contains(of) ? sample.controls() : List.of(of);
    }

    /** Recurring requests cover windows of the period: a sample waits for its own window's population only. */
    private static boolean overlap(RequestFacts one, RequestFacts other) {
        return !before(one.coversTo(), other.coversFrom()) && !before(other.coversTo(), one.coversFrom());
    }

    private static boolean before(@Nullable LocalDate end, @Nullable LocalDate start) {
        return end != null && start != null && end.isBefore(start);
    }
}
