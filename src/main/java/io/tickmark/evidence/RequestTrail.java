package io.tickmark.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every trail entry about a request says of it. */
final class RequestTrail {

    private RequestTrail() {}

    static Map<String, @Nullable Object> facts(EvidenceRequest request) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("request", request.id());
        facts.put("reference", request.reference());
        // the trail is read by more people than a confidential request names
        if (!request.isConfidential()) {
            facts.put("title", request.title());
        }
        return facts;
    }
}
