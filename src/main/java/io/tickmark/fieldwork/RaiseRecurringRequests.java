package io.tickmark.fieldwork;

import static io.tickmark.fieldwork.FieldworkProcess.NEXT_COLLECTION;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tickmark.evidence.NewRequest;
import io.tickmark.evidence.RequestFacts;
import io.tickmark.evidence.Requests;
import io.tickmark.kernel.EngagementId;
import io.tickmark.scoping.Scope;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks for the evidence of the windows that end now, once for each recurring control, or for each place where it runs. */
@Component
class RaiseRecurringRequests implements Step {

    private final TestPlan plan;
    private final RequestList list;
    private final Requests requests;
    private final Scope scope;
    private final OpenWork work;
    private final Trail trail;

    RaiseRecurringRequests(
            TestPlan plan, RequestList list, Requests requests, Scope scope, OpenWork work, Trail trail) {
        this.plan = plan;
        this.list = list;
        this.requests = requests;
        this.scope = scope;
        this.work = work;
        this.trail = trail;
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        LocalDate due = context.need(NEXT_COLLECTION);
        work.hold(engagement);
        Map<CollectionWindow, List<PlannedCollection>> ending = plan.collections(engagement).stream()
                .filter(collection -> collection.window().to().equals(due))
                .collect(groupingBy(PlannedCollection::window, LinkedHashMap::new, toList()));
        ending.forEach((window, collections) -> raise(engagement, window, collections));
    }

    private void raise(EngagementId engagement, CollectionWindow window, List<PlannedCollection> collections) {
        Set<String> asked =
                requests.of(engagement).stream().map(RequestFacts::title).collect(Collectors.toSet());
        // a period cut short may end with a window that has been collected
        List<NewRequest> recurring = list.recurring(engagement, scope.controls(engagement), collections).stream()
                .filter(request -> !asked.contains(request.title()))
                .toList();
        requests.raiseAll(engagement, recurring);
        trail.record(
                engagement,
                "collection-raised",
                null,
                Map.of("from", window.from(), "to", window.to(), "requests", recurring.size()));
    }
}
