package io.tickmark.fieldwork;

import static io.tickmark.fieldwork.FieldworkProcess.WORK_OPEN;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts what is open; the row that it holds is let go only when the process waits for the message. */
@Component
class CheckOpenWork implements Step {

    private final OpenWork work;

    CheckOpenWork(OpenWork work) {
        this.work = work;
    }

    @Override
    public Set<Variable<?>> sets() {
        return Set.of(WORK_OPEN);
    }

    @Override
    public void run(StepContext context) {
        context.set(WORK_OPEN, !work.count(context.engagement()).isNothing());
    }
}
