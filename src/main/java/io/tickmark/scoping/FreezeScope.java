package io.tickmark.scoping;

import io.tickmark.engagement.EarlierWork;
import io.tickmark.engagement.TaskRecord;
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
    private final EarlierWork work;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FreezeScope(
            ProposedScope proposed,
            FrozenScope frozen,
            EarlierWork work,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proposed = proposed;
        this.frozen = frozen;
        this.work = work;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** The terms are agreed by both sides, and this scope is claimed and approved (AT-C 105, AT-C 205). */
    private void isAgreed(EngagementId engagement) {
        work.decided(engagement, "", "AcceptEngagement", "acceptanceDecision", "accept");
        work.done(engagement, "", "SignLetterForFirm");
        work.done(engagement, "", "SignLetterForClient");
        TaskRecord defined = work.done(engagement, "", "DefineScope");
        EarlierWork.inOrder(defined, work.done(engagement, "", "GiveAssertion"));
        EarlierWork.inOrder(defined, work.decided(engagement, "", "ApproveScope", "scopeDecision", "approve"));
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        isAgreed(engagement);
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
