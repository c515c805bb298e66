package io.tickmark.remediation;

import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.EngagementId;
import io.tickmark.readiness.GapFacts;
import io.tickmark.readiness.Gaps;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends a gap, and tells the engagement when it was the last one. */
@Component
class CloseGap implements Step {

    private final Gaps gaps;
    private final Engagements engagements;
    private final RemediationProcess process;
    private final Trail trail;

    CloseGap(Gaps gaps, Engagements engagements, RemediationProcess process, Trail trail) {
        this.gaps = gaps;
        this.engagements = engagements;
        this.process = process;
        this.trail = trail;
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        UUID id = UUID.fromString(context.need(RemediationProcess.GAP_ID));
        // of two that end at once, the second must see the first: otherwise neither is the last
        engagements.lock(engagement);
        gaps.close(id);
        if (gaps.openCount(engagement) == 0) {
            process.gapsClosed(engagement);
        }
        GapFacts gap = gaps.get(id);
        trail.record(
                engagement,
                "gap-ended",
                null,
                Map.of(
                        "gap",
                        gap.reference(),
                        "about",
                        gap.about(),
                        "state",
                        gap.state().label()));
    }
}
