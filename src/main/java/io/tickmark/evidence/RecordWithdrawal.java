package io.tickmark.evidence;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends a request that is no longer wanted. */
@Component
class RecordWithdrawal implements Step {

    private final RequestEnd end;

    RecordWithdrawal(RequestEnd end) {
        this.end = end;
    }

    @Override
    public void run(StepContext context) {
        end.withdraw(UUID.fromString(context.need(EvidenceRequestProcess.REQUEST_ID)));
    }
}
