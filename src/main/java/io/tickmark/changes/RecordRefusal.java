package io.tickmark.changes;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import org.springframework.stereotype.Component;

@Component
class RecordRefusal implements Step {

    private final Changes changes;

    RecordRefusal(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run(StepContext context) {
        changes.refuse(context.engagement(), ChangeRequestProcess.change(context));
    }
}
