package io.tickmark.evidence;

import static java.util.stream.Collectors.groupingBy;

import io.tickmark.kernel.Conflict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A script that gives the same bytes to the same request again adds nothing: it may run as often as it likes. */
@Component
class CollectedBefore {

    private final DocumentRepository documents;

    CollectedBefore(DocumentRepository documents) {
        this.documents = documents;
    }

    /**
     * By the ids of what came now, the documents that have the same bytes already; none for what people give. The request
     * is held by the caller.
     *
     * @throws Conflict for bytes that two people took out as given by mistake
     */
    Map<UUID, Document> among(Place place, List<Received> received) {
        UUID request = place.request();
        if (place.collected() == null || request == null) {
            return Map.of();
        }
        Map<String, List<Document>> there = documents.ofRequests(List.of(request)).stream()
                .collect(groupingBy(document -> document.stored().sha256()));
        Map<UUID, Document> known = new HashMap<>();
        for (Received file : received) {
            for (Document same : there.getOrDefault(file.stored().sha256(), List.of())) {
                if (same.state() == DocumentState.PURGED) {
                    throw new Conflict("These very bytes were taken out of this request as given by mistake; they are"
                            + " not taken again");
                }
                known.put(file.id(), same);
            }
        }
        return known;
    }
}
