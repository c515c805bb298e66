package io.tickmark.fieldwork;

import static io.tickmark.fieldwork.TestState.PLANNED;

import io.tickmark.evidence.RequestClosed;
import io.tickmark.evidence.RequestFacts;
import io.tickmark.evidence.Requests;
import io.tickmark.kernel.EngagementId;
import io.tickmark.trail.Trail;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When a planned test begins: once nothing more is expected for its control, during the period already. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TestStart {

    private final ControlTestRepository tests;
    private final Requests requests;
    private final OpenWork work;
    private final ControlTestProcess process;
    private final Trail trail;

    TestStart(ControlTestRepository tests, Requests requests, OpenWork work, ControlTestProcess process, Trail trail) {
        this.tests = tests;
        this.requests = requests;
        this.work = work;
        this.process = process;
        this.trail = trail;
    }

    @EventListener
    public void requestClosed(RequestClosed event) {
        EngagementId engagement = event.engagement();
        work.hold(engagement);
        for (String control : event.controls()) {
            tests.findByEngagementIdAndControlRefOrderByRound(engagement.value(), control).stream()
                    .filter(test -> test.state() == PLANNED && requests.allClosed(engagement, control))
                    .forEach(this::begin);
        }
        work.closed(engagement);
    }

    /** Begins every planned test for whose control no request is open. */
    public void beginReady(EngagementId engagement) {
        work.hold(engagement);
        Set<String> waiting = requests.of(engagement).stream()
                .filter(request -> !request.state().isClosed())
                .map(RequestFacts::controls)
                .flatMap(controls -> controls.stream())
                .collect(Collectors.toSet());
        tests.findByEngagementIdOrderByPositionAscRoundAsc(engagement.value()).stream()
                .filter(test -> test.state() == PLANNED && !waiting.contains(test.control()))
                .forEach(this::begin);
    }

    public void begin(ControlTest test) {
        test.begin();
        trail.record(
                test.engagement(),
                "test-begun",
                null,
                Map.of("test", test.id(), "control", test.control(), "round", test.round()));
        process.start(test);
    }
}
