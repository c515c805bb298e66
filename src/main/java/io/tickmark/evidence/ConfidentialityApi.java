package io.tickmark.evidence;

import io.tickmark.engagement.FileLock;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who may see a request, for the auditors of its engagement. */
@RestController
class ConfidentialityApi {

    private final RequestRepository requests;
    private final RequestSight sight;
    private final RequestRights rights;
    private final RequestAnswers answers;
    private final Confidence confidence;
    private final FileLock lock;

    ConfidentialityApi(
            RequestRepository requests,
            RequestSight sight,
            RequestRights rights,
            RequestAnswers answers,
            Confidence confidence,
            FileLock lock) {
        this.requests = requests;
        this.sight = sight;
        this.rights = rights;
        this.answers = answers;
        this.confidence = confidence;
        this.lock = lock;
    }

    /** @param readers usernames of the client's people who may see it beside its owner */
    record Sent(
            @Nullable Boolean confidential,
            @Nullable List<@Nullable String> readers,
            @Nullable Integer version) {}

    @PutMapping("/api/requests/{id}/confidentiality")
    RequestAnswer change(Actor actor, @PathVariable UUID id, @RequestBody Sent sent) {
        EvidenceRequest request = requests.lock(id)
                .filter(r -> sight.sees(actor, r))
                .orElseThrow(() -> new NotFound("There is no request " + id));
        rights.mayAsk(actor, request.engagement());
        if (sent.confidential() == null) {
            throw new Refused("confidential", "Say true or false");
        }
        if (sent.version() != null && sent.version() != request.facts().version()) {
            throw new Conflict(request.reference() + " has changed since you read it; read it again");
        }
        if (sent.confidential()) {
            confidence.keep(request, sent.readers(), actor);
        } else if (request.isConfidential()) {
            confidence.lift(request, actor);
        }
        lock.refuseChange(request.engagement());
        return answers.of(List.of(request), actor, List.of()).get(0);
    }
}
