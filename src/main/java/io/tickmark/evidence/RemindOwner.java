package io.tickmark.evidence;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import org.springframework.stereotype.Component;

/** Puts into the trail that the owner was reminded; the reminder itself is the open task. */
@Component
class RemindOwner implements Step {

    private final Overdue overdue;

    RemindOwner(Overdue overdue) {
        this.overdue = overdue;
    }

    @Override
    public void run(StepContext context) {
        overdue.record(context, "owner-reminded");
    }
}
