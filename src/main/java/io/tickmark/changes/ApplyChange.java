package io.tickmark.changes;

import io.tickmark.engagement.EarlierWork;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import org.springframework.stereotype.Component;

/** The amended letter is signed by both sides: the change takes effect. */
@Component
class ApplyChange implements Step {

    private final Changes changes;
    private final EarlierWork work;

    ApplyChange(Changes changes, EarlierWork work) {
        this.changes = changes;
        this.work = work;
    }

    @Override
    public void run(StepContext context) {
        String change = ChangeRequestProcess.change(context).toString();
        EarlierWork.inOrder(
                work.decided(context.engagement(), change, "DecideChange", "changeDecision", "approve"),
                work.done(context.engagement(), change, "AgreeAmendedLetter"));
        changes.apply(context.engagement(), ChangeRequestProcess.change(context));
    }
}
