package io.tickmark.evidence;

import io.tickmark.engagement.ConfidentialSubjects;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the engagement's file which requests a person may know nothing of. */
@Component
class ConfidentialRequests implements ConfidentialSubjects {

    private final RequestRepository requests;
    private final RequestSight sight;

    ConfidentialRequests(RequestRepository requests, RequestSight sight) {
        this.requests = requests;
        this.sight = sight;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> hiddenFrom(Actor actor, EngagementId engagement) {
        Set<UUID> confidential = requests.confidentialOf(engagement.value());
        return sight.hidden(actor, engagement, confidential).stream()
                .map(UUID::toString)
                .collect(Collectors.toSet());
    }
}
