package io.tickmark.fieldwork;

import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.ProcessVariables;
import io.tickmark.workflow.Processes;
import io.tickmark.workflow.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The outgoing seam of the process {@code control-test}: one instance for each round of testing a control. */
@Component
class ControlTestProcess implements ProcessVariables {

    static final String KEY = "control-test";
    static final Variable<String> CONTROL_TEST_ID = Variable.text("controlTestId");

    private final Processes processes;
    private final Engagements engagements;

    ControlTestProcess(Processes processes, Engagements engagements) {
        this.processes = processes;
        this.engagements = engagements;
    }

    void start(ControlTest test) {
        String bundle = engagements.facts(test.engagement()).bundle();
        processes.start(
                KEY,
                bundle,
                test.engagement(),
                Map.of(CONTROL_TEST_ID, test.id().toString()));
    }

    /** Ends the test, if it runs. */
    void withdraw(ControlTest test) {
        processes.tell(
                "Message_TestWithdrawn",
                test.engagement(),
                CONTROL_TEST_ID,
                test.id().toString());
    }

    /** Ends every running test of the engagement. */
    void withdrawAll(EngagementId engagement) {
        processes.tell("Message_TestWithdrawn", engagement);
    }

    @Override
    public Set<Variable<?>> variables() {
        return Set.of(CONTROL_TEST_ID);
    }

    @Override
    public Map<String, Set<Variable<?>>> setAtStart() {
        return Map.of(KEY, variables());
    }
}
