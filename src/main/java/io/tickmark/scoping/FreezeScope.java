package io.tickmark.scoping;

import io.tickmark.kernel.EngagementId;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Copies the approved scope, so that the client's library can go on living. */
@Component
class FreezeScope implements Step {

    private final ProposedScope proposed;
    private final FrozenScope frozen;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FreezeScope(
            ProposedScope proposed, FrozenScope frozen, Trail trail, ApplicationEventPublisher events, Clock clock) {
        this.proposed = proposed;
        this.frozen = frozen;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        List<ScopedControl> controls = proposed.controls(engagement);
        List<ScopedCriterion> criteria = proposed.criteria(engagement);
        frozen.keep(engagement, controls, criteria, null, clock.instant());
        events.publishEvent(new ScopeFrozen(engagement));
        trail.record(
                engagement,
                "scope-frozen",
                null,
                Map.of(
                        "controls",
                        controls.stream().map(ScopedControl::reference).toList(),
                        "criteria",
                        criteria.stream()
                                .filter(ScopedCriterion::applicable)
                                .map(ScopedCriterion::id)
                                .toList(),
                        "uncovered",
                        Scope.uncovered(criteria, controls)));
    }
}
