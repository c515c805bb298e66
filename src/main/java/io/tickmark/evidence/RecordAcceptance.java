package io.tickmark.evidence;

import io.tickmark.engagement.Engagements;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends a request whose evidence is accepted; what an auditor observed becomes a document like any other evidence. */
@Component
class RecordAcceptance implements Step {

    private final Engagements engagements;
    private final ObservationRecord observations;
    private final RequestEnd end;

    RecordAcceptance(Engagements engagements, ObservationRecord observations, RequestEnd end) {
        this.engagements = engagements;
        this.observations = observations;
        this.end = end;
    }

    @Override
    public void run(StepContext context) {
        // the engagement before the request, as everybody locks them, or two would wait for each other
        engagements.lock(context.engagement());
        UUID request = UUID.fromString(context.need(EvidenceRequestProcess.REQUEST_ID));
        observations.keep(context.engagement(), request);
        end.accept(request);
    }
}
