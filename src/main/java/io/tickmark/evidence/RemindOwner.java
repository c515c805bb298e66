package io.tickmark.evidence;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import org.springframework.stereotype.Component;

/** Reminds the owner of what is still open. */
@Component
class RemindOwner implements Step {

    private final Overdue overdue;

    RemindOwner(Overdue overdue) {
        this.overdue = overdue;
    }

    @Override
    public void run(StepContext context) {
        overdue.remind(context);
    }
}
