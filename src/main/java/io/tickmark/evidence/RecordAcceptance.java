package io.tickmark.evidence;

import io.tickmark.engagement.EarlierWork;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends a request whose evidence is accepted; what an auditor observed becomes a document like any other evidence. */
@Component
class RecordAcceptance implements Step {

    private final Engagements engagements;
    private final EngagementFile file;
    private final EarlierWork work;
    private final ObservationRecord observations;
    private final RequestEnd end;

    RecordAcceptance(
            Engagements engagements,
            EngagementFile file,
            EarlierWork work,
            ObservationRecord observations,
            RequestEnd end) {
        this.engagements = engagements;
        this.file = file;
        this.work = work;
        this.observations = observations;
        this.end = end;
    }

    /** An auditor has accepted what was provided last, or has made the observation himself (AT-C 205). */
    private void isReviewed(EngagementId engagement, String request) {
        if (file.latest(engagement, "RecordObservation", request).isEmpty()) {
            EarlierWork.inOrder(
                    work.done(engagement, request, "ProvideEvidence"),
                    work.decided(engagement, request, "ReviewEvidence", "evidenceDecision", "accept"));
        }
    }

    @Override
    public void run(StepContext context) {
        // the engagement before the request, as everybody locks them, or two would wait for each other
        engagements.lock(context.engagement());
        UUID request = UUID.fromString(context.need(EvidenceRequestProcess.REQUEST_ID));
        isReviewed(context.engagement(), request.toString());
        observations.keep(context.engagement(), request);
        end.accept(request);
    }
}
