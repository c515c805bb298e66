package io.tickmark.fieldwork;

import static io.tickmark.scoping.EvidenceKind.POPULATION;
import static io.tickmark.scoping.EvidenceKind.SAMPLE;

import io.tickmark.evidence.PopulationAccepted;
import io.tickmark.evidence.RequestFacts;
import io.tickmark.evidence.RequestState;
import io.tickmark.evidence.Requests;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopedControl;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Draws the sample when a population is accepted, and lets the requests for its items go out. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Sampling {

    private static final String NO_OCCURRENCE = "There was no occurrence in the period";

    private final Requests requests;
    private final Scope scope;
    private final Drawing drawing;
    private final ControlTestRepository tests;
    private final OpenWork work;

    Sampling(Requests requests, Scope scope, Drawing drawing, ControlTestRepository tests, OpenWork work) {
        this.requests = requests;
        this.scope = scope;
        this.drawing = drawing;
        this.tests = tests;
        this.work = work;
    }

    @EventListener
    public void populationAccepted(PopulationAccepted event) {
        EngagementId engagement = event.engagement();
        work.hold(engagement);
        ScopedControl control = scope.control(engagement, event.control()).orElse(null);
        if (control == null) {
            return;
        }
        tell(engagement, event.control());
        requests.of(engagement).stream()
                .filter(request -> request.kind() == POPULATION
                        && request.state() == RequestState.ACCEPTED
                        && request.controls().contains(event.control()))
                .filter(request -> !drawing.isDrawn(engagement, event.control(), request.id()))
                .forEach(request -> draw(engagement, control, request));
    }

    private void tell(EngagementId engagement, String control) {
        requests.population(engagement, control)
                .ifPresent(
                        count -> tests.findByEngagementIdAndControlRefOrderByRound(engagement.value(), control).stream()
                                .filter(test -> !test.state().isEnded())
                                .forEach(test -> test.occurred(count)));
    }

    private void draw(EngagementId engagement, ScopedControl control, RequestFacts population) {
        int count = Objects.requireNonNullElse(population.populationCount(), 0);
        if (count == 0) {
            withdrawSamples(engagement, control, population);
            requests.openSamples(engagement, control.reference(), "");
            return;
        }
        int round = tests.findByEngagementIdAndControlRefOrderByRound(engagement.value(), control.reference()).stream()
                .mapToInt(ControlTest::round)
                .max()
                .orElse(1);
        drawing.fromPopulation(engagement, control, population, round);
    }

    /** Those that nothing can be drawn for any more: every population they hang on, of the same window, is nil. */
    private void withdrawSamples(EngagementId engagement, ScopedControl control, RequestFacts population) {
        List<RequestFacts> all = requests.of(engagement);
        List<RequestFacts> drafts = all.stream()
                .filter(request -> request.kind() == SAMPLE
                        && request.state() == RequestState.DRAFT
                        && request.controls().contains(control.reference())
                        && sameWindow(request, population)
                        && all.stream()
                                .filter(other -> other.kind() == POPULATION
                                        && sameWindow(request, other)
                                        && other.controls().stream().anyMatch(request.controls()::contains))
                                .allMatch(Sampling::isNil))
                .collect(Collectors.toList());
        drafts.forEach(request -> requests.withdraw(request.id(), NO_OCCURRENCE, null));
    }

    private static boolean isNil(RequestFacts population) {
        return population.state() == RequestState.WITHDRAWN
                || population.state() == RequestState.ACCEPTED && Objects.equals(0, population.populationCount());
    }

    private static boolean sameWindow(RequestFacts one, RequestFacts other) {
        return Objects.equals(one.coversFrom(), other.coversFrom()) && Objects.equals(one.coversTo(), other.coversTo());
    }
}
