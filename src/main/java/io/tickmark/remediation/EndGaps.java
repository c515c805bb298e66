package io.tickmark.remediation;

import io.tickmark.engagement.EngagementWithdrawn;
import io.tickmark.engagement.FileClosing;
import io.tickmark.kernel.EngagementId;
import io.tickmark.readiness.GapFacts;
import io.tickmark.readiness.Gaps;
import io.tickmark.trail.Trail;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** With the engagement its remediations end, too; at the lock of the file open gaps are carried into next year. */
@Component
class EndGaps {

    private final Gaps gaps;
    private final RemediationProcess process;
    private final Trail trail;

    EndGaps(Gaps gaps, RemediationProcess process, Trail trail) {
        this.gaps = gaps;
        this.process = process;
        this.trail = trail;
    }

    @EventListener
    void withdraw(EngagementWithdrawn withdrawn) {
        end(withdrawn.engagement(), gaps.withdrawAll(withdrawn.engagement()));
    }

    @EventListener
    @Order(0)
    void carryForward(FileClosing closing) {
        end(closing.engagement(), gaps.carryForward(closing.engagement()));
        process.gapsClosed(closing.engagement());
    }

    private void end(EngagementId engagement, List<GapFacts> ended) {
        for (GapFacts gap : ended) {
            process.gapWithdrawn(engagement, gap.id());
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
}
