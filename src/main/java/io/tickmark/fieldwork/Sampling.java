package io.tickmark.fieldwork;

import static io.tickmark.scoping.EvidenceKind.POPULATION;
import static io.tickmark.scoping.EvidenceKind.SAMPLE;

import io.tickmark.engagement.Engagements;
import io.tickmark.evidence.PopulationAccepted;
import io.tickmark.evidence.RequestFacts;
import io.tickmark.evidence.RequestState;
import io.tickmark.evidence.Requests;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Decisions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final String DECISION = "sample-size";
    private static final String NO_OCCURRENCE = "There was no occurrence in the period";

    private final Requests requests;
    private final Scope scope;
    private final TestPlan plan;
    private final Engagements engagements;
    private final Decisions decisions;
    private final SampleRepository samples;
    private final ControlTestRepository tests;
    private final OpenWork work;
    private final Trail trail;
    private final Clock clock;

    Sampling(
            Requests requests,
            Scope scope,
            TestPlan plan,
            Engagements engagements,
            Decisions decisions,
            SampleRepository samples,
            ControlTestRepository tests,
            OpenWork work,
            Trail trail,
            Clock clock) {
        this.requests = requests;
        this.scope = scope;
        this.plan = plan;
        this.engagements = engagements;
        this.decisions = decisions;
        this.samples = samples;
        this.tests = tests;
        this.work = work;
        this.trail = trail;
        this.clock = clock;
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
                .filter(request -> samples.findByEngagementIdAndControlRefAndRequestId(
                                engagement.value(), event.control(), request.id())
                        .isEmpty())
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
        String risk = plan.riskLevel(engagement);
        Sample sample = samples.save(new Sample(
                engagement,
                control.reference(),
                population.id(),
                count,
                size(engagement, control, risk, count),
                control.frequency(),
                risk,
                clock.instant()));
        SampleFacts facts = sample.facts();
        trail.record(engagement, "sample-selected", null, record(control, population, facts));
        requests.openSamples(engagement, control.reference(), SampleItem.lines(List.of(facts)));
    }

    /** Never none of a population that has records, nor more than it has, whatever a changed table says. */
    private int size(EngagementId engagement, ScopedControl control, String risk, int count) {
        Object size = decisions.evaluate(
                engagements.facts(engagement).bundle(),
                DECISION,
                Map.of("frequency", control.frequency(), "riskLevel", risk, "population", count));
        return Math.max(1, Math.min(count, ((Number) size).intValue()));
    }

    private static Map<String, Object> record(ScopedControl control, RequestFacts population, SampleFacts sample) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("control", control.reference());
        facts.put("population", sample.population());
        facts.put("request", population.id());
        facts.put("reference", population.reference());
        facts.put("frequency", sample.frequency());
        facts.put("riskLevel", sample.riskLevel());
        facts.put("size", sample.size());
        facts.put("seed", sample.seed());
        facts.put("items", sample.items());
        return facts;
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
