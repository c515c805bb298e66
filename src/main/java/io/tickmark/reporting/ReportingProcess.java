package io.tickmark.reporting;

import io.tickmark.workflow.ProcessVariables;
import io.tickmark.workflow.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What code reads of the process {@code reporting}; the engagement's own process starts it. */
@Component
class ReportingProcess implements ProcessVariables {

    /** What the decision table makes of the evaluated findings. */
    static final Variable<String> PROPOSED_OPINION = Variable.text("proposedOpinion");

    @Override
    public Set<Variable<?>> variables() {
        return Set.of(PROPOSED_OPINION);
    }
}
