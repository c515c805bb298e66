package io.tickmark.evidence;

import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.util.Set;
import java.util.UUID;

/**
 * A script that gives evidence in the name of who made it.
 *
 * @param id its token's
 * @param controls references of those that it may give to, by their open requests
 * @param requests those that it may give to beside them
 */
record Collector(
        UUID id,
        EngagementId engagement,
        ClientId client,
        String name,
        PersonId madeBy,
        Set<String> controls,
        Set<UUID> requests) {

    boolean mayGiveTo(EvidenceRequest request) {
        return request.engagement().equals(engagement)
                && (requests.contains(request.id())
                        || request.controls().stream().anyMatch(controls::contains));
    }
}
