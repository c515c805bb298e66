package io.tickmark.evidence;

import io.tickmark.engagement.Engagements;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends a request that is no longer wanted. */
@Component
class RecordWithdrawal implements Step {

    private final Engagements engagements;
    private final RequestEnd end;

    RecordWithdrawal(Engagements engagements, RequestEnd end) {
        this.engagements = engagements;
        this.end = end;
    }

    @Override
    public void run(StepContext context) {
        // the engagement before the request, as everybody locks them, or two would wait for each other
        engagements.lock(context.engagement());
        end.withdraw(UUID.fromString(context.need(EvidenceRequestProcess.REQUEST_ID)));
    }
}
