package io.tickmark.remediation;

import io.tickmark.engagement.EarlierWork;
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
    private final EarlierWork work;
    private final Engagements engagements;
    private final RemediationProcess process;
    private final Trail trail;

    CloseGap(Gaps gaps, EarlierWork work, Engagements engagements, RemediationProcess process, Trail trail) {
        this.gaps = gaps;
        this.work = work;
        this.engagements = engagements;
        this.process = process;
        this.trail = trail;
    }

    /** What was fixed last was retested; an accepted risk has ended the gap before. */
    private void isRetested(EngagementId engagement, String gap) {
        EarlierWork.inOrder(
                work.done(engagement, gap, "FixGap"),
                work.decided(engagement, gap, "RetestGap", "retestDecision", "closed"));
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        UUID id = UUID.fromString(context.need(RemediationProcess.GAP_ID));
        // of two that end at once, the second must see the first: otherwise neither is the last
        engagements.lock(engagement);
        if (gaps.get(id).state().isOpen()) {
            isRetested(engagement, id.toString());
        }
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
