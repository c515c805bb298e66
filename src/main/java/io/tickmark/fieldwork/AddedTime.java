package io.tickmark.fieldwork;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.PeriodExtended;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.evidence.NewRequest;
import io.tickmark.evidence.RequestFacts;
import io.tickmark.evidence.Requests;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.trail.Trail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A period that ends later has more in it: what the calendar draws is topped up for the time added. A test that was
 * closed stays as it was; another round of it takes what is new.
 */
@Component
class AddedTime {

    private final Engagements engagements;
    private final Scope scope;
    private final TestPlan plan;
    private final RequestList list;
    private final Requests requests;
    private final Drawing drawing;
    private final ControlTestRepository tests;
    private final OpenWork work;
    private final Trail trail;

    AddedTime(
            Engagements engagements,
            Scope scope,
            TestPlan plan,
            RequestList list,
            Requests requests,
            Drawing drawing,
            ControlTestRepository tests,
            OpenWork work,
            Trail trail) {
        this.engagements = engagements;
        this.scope = scope;
        this.plan = plan;
        this.list = list;
        this.requests = requests;
        this.drawing = drawing;
        this.tests = tests;
        this.work = work;
        this.trail = trail;
    }

    /** Before tests are planned there is nothing to top up: they are planned for the period as it is then. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void periodExtended(PeriodExtended event) {
        EngagementId engagement = event.engagement();
        if (engagements.facts(engagement).atOneDate()) {
            return;
        }
        work.hold(engagement);
        Map<String, ControlTest> current = new HashMap<>();
        tests.current(engagement.value()).stream()
                .filter(test -> test.state() != TestState.WITHDRAWN)
                .forEach(test -> current.put(test.control(), test));
        if (current.isEmpty()) {
            return;
        }
        int before = requests.of(engagement).size();
        List<ScopedControl> controls = scope.controls(engagement).stream()
                .filter(control -> current.containsKey(control.reference()))
                .toList();
        collectAgain(event, controls, current);
        controls.stream()
                .filter(RequestList::isSampledByCalendar)
                .forEach(control -> sampleAgain(engagement, control, current));
        trail.record(
                engagement,
                "added-time-covered",
                null,
                Map.of(
                        "from",
                        event.former().plusDays(1),
                        "to",
                        event.end(),
                        "requests",
                        requests.of(engagement).size() - before));
    }

    /** Where the last window was collected nobody waits for another: those that are added are asked for at once. */
    private void collectAgain(PeriodExtended event, List<ScopedControl> controls, Map<String, ControlTest> current) {
        EngagementId engagement = event.engagement();
        LocalDate start = engagements.facts(engagement).leadReport().start();
        List<PlannedCollection> last = plan.collections(engagement, start, event.former()).stream()
                .filter(collection -> collection.window().to().equals(event.former()))
                .toList();
        Set<String> asked =
                requests.of(engagement).stream().map(RequestFacts::title).collect(Collectors.toSet());
        boolean collected = list.recurring(engagement, controls, last).stream()
                .anyMatch(request -> asked.contains(request.title()));
        if (!collected) {
            return;
        }
        List<NewRequest> added = new ArrayList<>();
        plan.collections(engagement, start, event.end()).stream()
                .filter(collection -> collection.window().to().isAfter(event.former()))
                .map(collection -> collection.after(event.former()))
                .forEach(collection -> added.addAll(list.recurring(engagement, controls, List.of(collection)).stream()
                        .map(request -> request.dueFrom(collection.window().to()))
                        .toList()));
        requests.raiseAll(engagement, added);
        added.stream()
                .flatMap(request -> request.controls().stream())
                .distinct()
                .forEach(control -> round(control, current));
    }

    private void sampleAgain(EngagementId engagement, ScopedControl control, Map<String, ControlTest> current) {
        ReportPlan report = engagements.facts(engagement).leadReport();
        Optional<LocalDate> counted = drawing.countedTo(engagement, control.reference());
        if (counted.isEmpty()) {
            return;
        }
        List<CollectionWindow> all = Occurrences.of(control.frequency(), report.start(), report.end());
        List<CollectionWindow> added = all.stream()
                .filter(occurrence -> occurrence.from().isAfter(counted.get()))
                .toList();
        if (!added.isEmpty()) {
            CollectionWindow time = new CollectionWindow(added.get(0).from(), report.end());
            List<NewRequest> samples = list.samplesOf(engagement, control, time);
            List<UUID> raised = requests.raiseAll(engagement, samples);
            ControlTest test = round(control.reference(), current);
            drawing.fromAddedTime(engagement, control, raised.get(0), time, all.size(), test.round());
            test.occurred(all.size());
        }
    }

    /** The round that takes what is new. */
    private ControlTest round(String control, Map<String, ControlTest> current) {
        return current.compute(
                control,
                (reference, test) ->
                        test != null && test.state() == TestState.CLOSED ? tests.save(test.again()) : test);
    }
}
