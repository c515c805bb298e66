package io.tickmark.evidence;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import org.springframework.stereotype.Component;

/** Puts into the trail that a request is overdue. */
@Component
class EscalateRequest implements Step {

    private final Overdue overdue;

    EscalateRequest(Overdue overdue) {
        this.overdue = overdue;
    }

    @Override
    public void run(StepContext context) {
        overdue.escalate(context);
    }
}
