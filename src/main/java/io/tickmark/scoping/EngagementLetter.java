package io.tickmark.scoping;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letter as it was drafted, for those who sign it. */
@Component
class EngagementLetter {

    private final EngagementFile file;

    EngagementLetter(EngagementFile file) {
        this.file = file;
    }

    Map<String, ?> prefill(EngagementId engagement) {
        return file.latest(engagement, "DraftEngagementLetter")
                .map(draft -> Map.of("letterText", draft.answers().text("letterText")))
                .orElseGet(Map::of);
    }

    /** Nothing is signed in the firm's name before the partner has accepted the engagement (AT-C 105). */
    List<Refusal> notAccepted(EngagementId engagement) {
        boolean accepted = file.latest(engagement, "AcceptEngagement")
                .filter(decision ->
                        decision.answers().text("acceptanceDecision").equals("accept"))
                .isPresent();
        return accepted ? List.of() : refusal("The partner has not accepted the engagement");
    }

    /** The client signs what the firm has signed: the newest draft. */
    List<Refusal> notSignedByFirm(EngagementId engagement) {
        Instant drafted = file.latest(engagement, "DraftEngagementLetter")
                .map(TaskRecord::completedAt)
                .orElse(Instant.MIN);
        boolean signed = file.latest(engagement, "SignLetterForFirm")
                .filter(signature -> !signature.completedAt().isBefore(drafted))
                .isPresent();
        return signed ? List.of() : refusal("The firm has not signed this letter");
    }

    private static List<Refusal> refusal(String message) {
        return List.of(new Refusal("signature", message));
    }
}
