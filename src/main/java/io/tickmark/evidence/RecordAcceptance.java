package io.tickmark.evidence;

import io.tickmark.engagement.EarlierWork;
import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.PreparedStep;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.StepFacts;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends a request whose evidence is accepted; what an auditor observed becomes a document like any other evidence. */
@Component
class RecordAcceptance implements PreparedStep<Optional<StoredDocument>> {

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
    public Optional<StoredDocument> prepare(StepFacts facts) {
        return observations.store(facts.engagement(), request(facts));
    }

    @Override
    public void run(StepContext context, Optional<StoredDocument> observation) {
        // the engagement before the request, as everybody locks them, or two would wait for each other
        engagements.lock(context.engagement());
        UUID request = request(context);
        isReviewed(context.engagement(), request.toString());
        observations.keep(context.engagement(), request, observation);
        end.accept(request);
    }

    @Override
    public void release(Optional<StoredDocument> observation) {
        observation.ifPresent(observations::release);
    }

    private static UUID request(StepFacts facts) {
        return UUID.fromString(facts.need(EvidenceRequestProcess.REQUEST_ID));
    }
}
