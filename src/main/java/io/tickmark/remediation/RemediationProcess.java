package io.tickmark.remediation;

import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.ProcessVariables;
import io.tickmark.workflow.Processes;
import io.tickmark.workflow.Variable;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The outgoing seam of the process {@code remediation}, and what it tells the engagement that waits for it. */
@Component
class RemediationProcess implements ProcessVariables {

    static final Variable<String> GAP_ID = Variable.text("gapId");

    /** In the process {@code engagement}: whether there is something to wait for. */
    static final Variable<Boolean> GAPS_OPEN = Variable.flag("gapsOpen");

    private static final String KEY = "remediation";

    private final Processes processes;

    RemediationProcess(Processes processes) {
        this.processes = processes;
    }

    void gapFound(String bundle, EngagementId engagement, UUID gap) {
        processes.start(KEY, bundle, engagement, Map.of(GAP_ID, gap.toString()));
    }

    void gapWithdrawn(EngagementId engagement, UUID gap) {
        processes.tell("Message_GapWithdrawn", engagement, GAP_ID, gap.toString());
    }

    /** Nobody may wait any more, or not yet: then there is nothing to tell. */
    void gapsClosed(EngagementId engagement) {
        processes.tell("Message_GapsClosed", engagement);
    }

    @Override
    public Set<Variable<?>> variables() {
        return Set.of(GAP_ID, GAPS_OPEN);
    }

    @Override
    public Map<String, Set<Variable<?>>> setAtStart() {
        return Map.of(KEY, Set.of(GAP_ID));
    }
}
