package io.tickmark.evidence;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends a request whose evidence is accepted; what an auditor observed becomes a document like any other evidence. */
@Component
class RecordAcceptance implements Step {

    private final ObservationRecord observations;
    private final RequestEnd end;

    RecordAcceptance(ObservationRecord observations, RequestEnd end) {
        this.observations = observations;
        this.end = end;
    }

    @Override
    public void run(StepContext context) {
        UUID request = UUID.fromString(context.need(EvidenceRequestProcess.REQUEST_ID));
        observations.keep(context.engagement(), request);
        end.accept(request);
    }
}
