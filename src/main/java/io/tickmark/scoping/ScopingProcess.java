package io.tickmark.scoping;

import io.tickmark.workflow.ProcessVariables;
import io.tickmark.workflow.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What code reads and writes of the process {@code scoping}; the engagement's own process starts it. */
@Component
class ScopingProcess implements ProcessVariables {

    /** What the decision table makes of the client's need, such as {@code SOC2_TYPE_II}. */
    static final Variable<String> PROPOSED_REPORT = Variable.text("proposedReport");

    /** How many people confirm their independence; also read by the process {@code reporting}. */
    static final Variable<Integer> AUDITOR_COUNT = Variable.count("auditorCount");

    @Override
    public Set<Variable<?>> variables() {
        return Set.of(PROPOSED_REPORT, AUDITOR_COUNT);
    }
}
