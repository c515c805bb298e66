package io.tickmark.remediation;

import io.tickmark.kernel.EngagementId;
import io.tickmark.readiness.Gaps;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** One remediation for each gap that has none yet. */
@Component
class StartRemediations implements Step {

    private final Gaps gaps;
    private final RemediationProcess process;

    StartRemediations(Gaps gaps, RemediationProcess process) {
        this.gaps = gaps;
        this.process = process;
    }

    @Override
    public Set<Variable<?>> sets() {
        return Set.of(RemediationProcess.GAPS_OPEN);
    }

    @Override
    public void run(StepContext context) {
        EngagementId engagement = context.engagement();
        gaps.begin(engagement).forEach(gap -> process.gapFound(context.deployment(), engagement, gap));
        context.set(RemediationProcess.GAPS_OPEN, gaps.openCount(engagement) > 0);
    }
}
