package io.tickmark.evidence;

import static java.util.function.Function.identity;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents that papers of other modules cite, as far as the reader of such a paper may know of them. Who may read the
 * paper is asked before; what a confidential request holds is named to nobody whom the request does not name.
 */
@Component
@Transactional(readOnly = true)
public class CitedEvidence {

    /** In place of a name that the reader may not know. */
    public static final String UNNAMED = "A document of " + Finding.CONFIDENTIAL;

    private final DocumentRepository documents;
    private final RequestRepository requests;
    private final RequestSight sight;

    CitedEvidence(DocumentRepository documents, RequestRepository requests, RequestSight sight) {
        this.documents = documents;
        this.requests = requests;
        this.sight = sight;
    }

    /**
     * One document.
     *
     * @param name {@link #UNNAMED} where the reader may not know it
     * @param request reference of the request that it answers; null where it answers none, or one that is not named
     * @param version 1, or more where the same name was given again
     * @param takenOut whether two people took it out as given by mistake
     */
    public record Cited(
            UUID document, String name, @Nullable String request, int version, boolean takenOut) {}

    /** In the order asked; ids of other engagements and unknown ones are left out. */
    public Map<UUID, Cited> of(Actor reader, EngagementId engagement, Collection<UUID> ids) {
        List<Document> found = found(engagement, ids);
        Set<UUID> answered =
                found.stream().map(Document::request).filter(Objects::nonNull).collect(Collectors.toSet());
        if (found.isEmpty()) {
            return Map.of();
        }
        Set<UUID> hidden = sight.hidden(reader, engagement, answered);
        Map<UUID, String> references = answered.isEmpty()
                ? Map.of()
                : requests.findByIdIn(answered).stream()
                        .filter(request -> !hidden.contains(request.id()))
                        .collect(Collectors.toMap(EvidenceRequest::id, EvidenceRequest::reference));
        Map<UUID, Cited> cited = new LinkedHashMap<>();
        for (Document document : found) {
            UUID request = document.request();
            boolean unnamed = request != null && hidden.contains(request);
            cited.put(
                    document.id(),
                    new Cited(
                            document.id(),
                            unnamed ? UNNAMED : document.name(),
                            request == null ? null : references.get(request),
                            document.versionNo(),
                            document.state() == DocumentState.PURGED));
        }
        return cited;
    }

    /** As {@link Documents#preview}, each under the name that the reader may know. */
    public List<Map<String, ?>> preview(Actor reader, EngagementId engagement, Collection<UUID> ids) {
        Map<UUID, Cited> known = of(reader, engagement, ids);
        return found(engagement, ids).stream()
                .<Map<String, ?>>map(document -> {
                    String name =
                            Objects.requireNonNull(known.get(document.id())).name();
                    Map<String, Object> preview = new LinkedHashMap<>(Documents.preview(document));
                    preview.put("name", name);
                    preview.put("metadata", Map.of("fileName", name, "contentType", document.contentType()));
                    return preview;
                })
                .toList();
    }

    /** Those of the documents that two people took out. */
    public Set<UUID> takenOut(EngagementId engagement, Collection<UUID> ids) {
        return found(engagement, ids).stream()
                .filter(document -> document.state() == DocumentState.PURGED)
                .map(Document::id)
                .collect(Collectors.toSet());
    }

    /**
     * The requests of a control that were accepted and have no accepted document any more, since two people took out
     * what there was; each by its reference and title, or unnamed.
     */
    public List<String> emptied(Actor reader, EngagementId engagement, String control) {
        Map<UUID, EvidenceRequest> accepted = requests.ofControl(engagement.value(), control).stream()
                .filter(request -> request.state() == RequestState.ACCEPTED)
                .collect(Collectors.toMap(EvidenceRequest::id, identity(), (a, b) -> a, LinkedHashMap::new));
        if (accepted.isEmpty()) {
            return List.of();
        }
        List<Document> given = documents.ofRequests(accepted.keySet());
        Set<UUID> hidden = sight.hidden(reader, engagement, accepted.keySet());
        return accepted.values().stream()
                .filter(request -> request.state()
                        .lacksEvidence(given.stream()
                                .filter(document -> request.id().equals(document.request()))
                                .map(Document::state)
                                .toList()))
                .map(request -> hidden.contains(request.id()) ? Finding.CONFIDENTIAL : request.label())
                .toList();
    }

    private List<Document> found(EngagementId engagement, Collection<UUID> ids) {
        Map<UUID, Document> found = ids.isEmpty()
                ? Map.of()
                : documents.findByIdIn(ids).stream()
                        .filter(document -> document.engagement().equals(engagement))
                        .collect(Collectors.toMap(Document::id, identity()));
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }
}
