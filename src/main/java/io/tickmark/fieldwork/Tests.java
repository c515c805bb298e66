package io.tickmark.fieldwork;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tests of an engagement's controls. It asks no rights: tests are for the audit team. */
@Service
@Transactional(readOnly = true)
public class Tests {

    private static final Set<TestState> ENDED = EnumSet.of(TestState.CLOSED, TestState.WITHDRAWN);

    private final ControlTestRepository tests;
    private final SampleRepository samples;

    Tests(ControlTestRepository tests, SampleRepository samples) {
        this.tests = tests;
        this.samples = samples;
    }

    /** The newest round of each control in the order of the scope; three statements however many they are. */
    public List<ControlTestFacts> of(EngagementId engagement) {
        return facts(engagement, tests.current(engagement.value()));
    }

    /** Every round, those that further work has overtaken included; in the order of the scope, then by round. */
    public List<ControlTestFacts> rounds(EngagementId engagement) {
        return facts(engagement, tests.findByEngagementIdOrderByPositionAscRoundAsc(engagement.value()));
    }

    /**
     * References of controls whose test was concluded after that time, and not as it had been before: a deviation always,
     * since each is one of its own.
     */
    public List<String> endedOtherwise(EngagementId engagement, Instant since) {
        Map<String, Conclusion> before = new HashMap<>();
        Set<String> otherwise = new LinkedHashSet<>();
        for (ControlTestFacts round : rounds(engagement)) {
            Instant at = round.reviewedAt();
            Conclusion conclusion = round.conclusion();
            if (round.state() != TestState.CLOSED || at == null || conclusion == null) {
                continue;
            }
            if (!at.isAfter(since)) {
                before.put(round.control(), conclusion);
            } else if (conclusion == Conclusion.DEVIATION || conclusion != before.get(round.control())) {
                otherwise.add(round.control());
            }
        }
        return List.copyOf(otherwise);
    }

    /** Every round after the given one, one more than the limit where there are more. */
    List<ControlTestFacts> page(EngagementId engagement, int position, int round, int limit) {
        return facts(engagement, tests.page(engagement.value(), position, round, Limit.of(limit + 1)));
    }

    private List<ControlTestFacts> facts(EngagementId engagement, List<ControlTest> rows) {
        Map<String, List<SampleFacts>> drawn =
                samples.findByEngagementIdOrderBySelectedAtAscCountedFromAscIdAsc(engagement.value()).stream()
                        .collect(groupingBy(Sample::control, mapping(Sample::facts, toList())));
        return rows.stream()
                .map(test -> test.facts(drawn.getOrDefault(test.control(), List.of())))
                .toList();
    }

    /** Throws {@link NotFound} when there is no such test. */
    public ControlTestFacts get(UUID id) {
        ControlTest test = need(id);
        return test.facts(samples
                .findByEngagementIdAndControlRefOrderBySelectedAtAscCountedFromAscIdAsc(
                        test.engagement().value(), test.control())
                .stream()
                .map(Sample::facts)
                .toList());
    }

    /** How many tests are not closed yet, those that are only planned included. */
    public int openCount(EngagementId engagement) {
        return tests.countByEngagementIdAndStateNotIn(engagement.value(), ENDED);
    }

    ControlTest need(UUID id) {
        return tests.findById(id).orElseThrow(() -> new NotFound("There is no test " + id));
    }
}
