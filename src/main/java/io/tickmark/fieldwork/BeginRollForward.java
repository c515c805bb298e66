package io.tickmark.fieldwork;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import org.springframework.stereotype.Component;

/** The period is over: tests that nothing holds back begin now; the others begin when their evidence is closed. */
@Component
class BeginRollForward implements Step {

    private final TestStart start;

    BeginRollForward(TestStart start) {
        this.start = start;
    }

    @Override
    public void run(StepContext context) {
        start.beginReady(context.engagement());
    }
}
