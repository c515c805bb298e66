package io.tickmark.fieldwork;

import io.tickmark.engagement.EarlierWork;
import io.tickmark.engagement.Engagements;
import io.tickmark.evidence.NewRequest;
import io.tickmark.evidence.Requests;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.EvidenceKind;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Plans a test of each control in scope and asks for its evidence; a control that has a test already is left alone. */
@Component
class IssueRequests implements Step {

    private final EarlierWork earlier;
    private final Engagements engagements;
    private final Scope scope;
    private final RequestList list;
    private final Requests requests;
    private final Drawing drawing;
    private final ControlTestRepository tests;
    private final OpenWork work;
    private final TestStart start;
    private final Trail trail;

    IssueRequests(
            EarlierWork earlier,
            Engagements engagements,
            Scope scope,
            RequestList list,
            Requests requests,
            Drawing drawing,
            ControlTestRepository tests,
            OpenWork work,
            TestStart start,
            Trail trail) {
        this.earlier = earlier;
        this.engagements = engagements;
        this.scope = scope;
        this.list = list;
        this.requests = requests;
        this.drawing = drawing;
        this.tests = tests;
        this.work = work;
        this.start = start;
        this.trail = trail;
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        earlier.decided(engagement, "", "AcceptEngagement", "acceptanceDecision", "accept");
        earlier.done(engagement, "", "AssessRisk");
        issue(engagement);
    }

    /** Joins the caller's transaction. */
    void issue(EngagementId engagement) {
        work.hold(engagement);
        List<ScopedControl> controls = plan(engagement);
        List<NewRequest> planned = list.planned(engagement, controls);
        drawByCalendar(engagement, controls, planned, requests.raiseAll(engagement, planned));
        start.beginReady(engagement);
        trail.record(
                engagement, "requests-issued", null, Map.of("controls", controls.size(), "requests", planned.size()));
    }

    private void drawByCalendar(
            EngagementId engagement, List<ScopedControl> controls, List<NewRequest> planned, List<UUID> raised) {
        if (engagements.facts(engagement).atOneDate()) {
            return;
        }
        for (ScopedControl control : controls) {
            if (RequestList.isSampledByCalendar(control)) {
                int first = IntStream.range(0, planned.size())
                        .filter(i -> planned.get(i).kind() == EvidenceKind.SAMPLE
                                && planned.get(i).controls().contains(control.reference()))
                        .findFirst()
                        .orElseThrow();
                int count = drawing.fromCalendar(engagement, control, raised.get(first));
                tests.findByEngagementIdAndControlRefOrderByRound(engagement.value(), control.reference())
                        .forEach(test -> test.occurred(count));
            }
        }
    }

    /** The controls whose tests are planned now. */
    private List<ScopedControl> plan(EngagementId engagement) {
        Set<String> known = tests.findByEngagementIdOrderByPositionAscRoundAsc(engagement.value()).stream()
                .map(ControlTest::control)
                .collect(Collectors.toSet());
        List<ScopedControl> planned = new ArrayList<>();
        int position = 0;
        for (ScopedControl control : scope.controls(engagement)) {
            if (!known.contains(control.reference())) {
                tests.save(new ControlTest(engagement, control.reference(), control.title(), position));
                planned.add(control);
            }
            position++;
        }
        return planned;
    }
}
