package io.tickmark.remediation;

import io.tickmark.engagement.EngagementWithdrawn;
import io.tickmark.readiness.Gaps;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** With the engagement its remediations end, too. */
@Component
class WithdrawGaps {

    private final Gaps gaps;
    private final RemediationProcess process;

    WithdrawGaps(Gaps gaps, RemediationProcess process) {
        this.gaps = gaps;
        this.process = process;
    }

    @EventListener
    void withdraw(EngagementWithdrawn withdrawn) {
        gaps.withdrawAll(withdrawn.engagement()).forEach(gap -> process.gapWithdrawn(withdrawn.engagement(), gap));
    }
}
