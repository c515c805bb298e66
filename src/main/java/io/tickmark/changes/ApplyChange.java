package io.tickmark.changes;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import org.springframework.stereotype.Component;

/** The amended letter is signed by both sides: the change takes effect. */
@Component
class ApplyChange implements Step {

    private final Changes changes;

    ApplyChange(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run(StepContext context) {
        changes.apply(context.engagement(), ChangeRequestProcess.change(context));
    }
}
