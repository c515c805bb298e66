package io.tickmark.fieldwork;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.evidence.RequestFacts;
import io.tickmark.evidence.Requests;
import io.tickmark.fieldwork.Sample.Source;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Decisions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Draws samples (docs/sampling.md) and gives their items to the requests that wait for them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Drawing {

    private static final String DECISION = "sample-size";

    private final Requests requests;
    private final TestPlan plan;
    private final Engagements engagements;
    private final Decisions decisions;
    private final SampleRepository samples;
    private final Trail trail;
    private final Clock clock;

    Drawing(
            Requests requests,
            TestPlan plan,
            Engagements engagements,
            Decisions decisions,
            SampleRepository samples,
            Trail trail,
            Clock clock) {
        this.requests = requests;
        this.plan = plan;
        this.engagements = engagements;
        this.decisions = decisions;
        this.samples = samples;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether anything was drawn from what this request gave. */
    public boolean isDrawn(EngagementId engagement, String control, UUID request) {
        return !earlier(engagement, control, request).isEmpty();
    }

    /** From an accepted population of at least one record. */
    public void fromPopulation(EngagementId engagement, ScopedControl control, RequestFacts population, int round) {
        int count = Objects.requireNonNull(population.populationCount());
        var source = new Source(control.reference(), population.id(), count, control.frequency(), null, null);
        draw(engagement, source, round).ifPresent(sample -> open(engagement, List.of(sample), control.reference()));
    }

    /** From the occurrences that the calendar gives; {@code request} is the first that asks for their evidence. */
    public int fromCalendar(EngagementId engagement, ScopedControl control, UUID request) {
        ReportPlan report = engagements.facts(engagement).leadReport();
        int count = Occurrences.of(control.frequency(), report.start(), report.end())
                .size();
        var source = new Source(control.reference(), request, count, control.frequency(), report.start(), report.end());
        draw(engagement, source, 1).ifPresent(sample -> open(engagement, List.of(sample), control.reference()));
        return count;
    }

    /** The last day counted by the calendar for a control's samples; empty where none was drawn from it. */
    public Optional<LocalDate> countedTo(EngagementId engagement, String control) {
        return samples
                .findByEngagementIdAndControlRefOrderBySelectedAtAscCountedFromAscIdAsc(engagement.value(), control)
                .stream()
                .map(sample -> sample.source().to())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /**
     * From the occurrences in time that was added to the period. With what was drawn before, the sample is at least as
     * large as one of the whole period, and no thinner in the time added than before.
     *
     * @param all occurrences in the whole period
     */
    public void fromAddedTime(
            EngagementId engagement, ScopedControl control, UUID request, CollectionWindow time, int all, int round) {
        int added = Occurrences.of(control.frequency(), time.from(), time.to()).size();
        var whole = new Source(control.reference(), request, all, control.frequency(), null, null);
        int size = size(engagement, whole, plan.riskLevel(engagement));
        int drawn = samples
                .findByEngagementIdAndControlRefOrderBySelectedAtAscCountedFromAscIdAsc(
                        engagement.value(), control.reference())
                .stream()
                .filter(sample -> sample.source().to() != null)
                .mapToInt(sample -> sample.facts().size())
                .sum();
        int share = (size * added + all - 1) / all;
        var source = new Source(control.reference(), request, added, control.frequency(), time.from(), time.to());
        draw(engagement, source, round, Math.max(share, size - drawn))
                .ifPresent(sample -> open(engagement, List.of(sample), control.reference()));
    }

    /** Further items for another round, from whatever the earlier ones were drawn from; empty when all were tested. */
    public List<SampleFacts> again(EngagementId engagement, String control, int round) {
        Map<UUID, Source> sources = new LinkedHashMap<>();
        samples.findByEngagementIdAndControlRefOrderBySelectedAtAscCountedFromAscIdAsc(engagement.value(), control)
                .forEach(sample -> sources.put(sample.source().request(), sample.source()));
        return sources.values().stream()
                .flatMap(source -> draw(engagement, source, round).stream())
                .toList();
    }

    /** Lets the requests for these items, drawn for one control together, go out. */
    public void open(EngagementId engagement, List<SampleFacts> drawn, String control) {
        requests.openSamples(engagement, control, SampleItem.lines(drawn));
    }

    private Optional<SampleFacts> draw(EngagementId engagement, Source source, int round) {
        return draw(engagement, source, round, size(engagement, source, plan.riskLevel(engagement)));
    }

    private Optional<SampleFacts> draw(EngagementId engagement, Source source, int round, int wanted) {
        List<Integer> taken = new ArrayList<>();
        earlier(engagement, source.control(), source.request())
                .forEach(sample -> taken.addAll(sample.facts().items()));
        List<Integer> left = IntStream.rangeClosed(1, source.population())
                .boxed()
                .filter(record -> !taken.contains(record))
                .toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        String risk = plan.riskLevel(engagement);
        String seed = Selection.seed(engagement, source.control(), source.request(), round);
        int size = Math.min(left.size(), wanted);
        List<Integer> items = Selection.items(left.size(), size, seed).stream()
                .map(place -> left.get(place - 1))
                .toList();
        SampleFacts sample = samples.save(new Sample(engagement, source, round, risk, seed, items, clock.instant()))
                .facts();
        trail.record(engagement, "sample-selected", null, record(source, sample));
        return Optional.of(sample);
    }

    private List<Sample> earlier(EngagementId engagement, String control, UUID request) {
        return samples.findByEngagementIdAndControlRefAndRequestId(engagement.value(), control, request);
    }

    /**
     * Never none of a population that has records, nor more than it has, whatever a changed table says; one at one date,
     * where design and not operation is looked at.
     */
    private int size(EngagementId engagement, Source source, String risk) {
        if (engagements.facts(engagement).atOneDate()) {
            return 1;
        }
        Object size = decisions.evaluate(
                engagements.outline(engagement).bundle(),
                DECISION,
                Map.of("frequency", source.frequency(), "riskLevel", risk, "population", source.population()));
        return Math.max(1, Math.min(source.population(), ((Number) size).intValue()));
    }

    private Map<String, Object> record(Source source, SampleFacts sample) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("control", source.control());
        facts.put("round", sample.round());
        facts.put("population", sample.population());
        facts.put("request", source.request());
        facts.put("reference", requests.get(source.request()).reference());
        facts.put("countedBy", source.from() == null ? "population" : "calendar");
        facts.put("frequency", sample.frequency());
        facts.put("riskLevel", sample.riskLevel());
        facts.put("size", sample.size());
        facts.put("seed", sample.seed());
        facts.put("items", sample.items());
        return facts;
    }
}
