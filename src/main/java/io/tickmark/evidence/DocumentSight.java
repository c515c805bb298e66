package io.tickmark.evidence;

import io.tickmark.evidence.RequestSight.View;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may know of which documents, and read them. */
@Component
class DocumentSight {

    private final RequestSight requestSight;
    private final RequestRepository requests;

    DocumentSight(RequestSight requestSight, RequestRepository requests) {
        this.requestSight = requestSight;
        this.requests = requests;
    }

    boolean sees(Actor actor, Document document) {
        return !seen(actor, document.engagement(), List.of(document)).isEmpty();
    }

    /** Those of the engagement's documents that the person may see, in the order given. */
    List<Document> seen(Actor actor, EngagementId engagement, Collection<Document> documents) {
        List<Document> here = documents.stream()
                .filter(d -> d.engagement().equals(engagement))
                .toList();
        Set<UUID> hidden = requestSight.hidden(actor, engagement, requestsOf(here));
        List<Document> open = here.stream()
                .filter(d -> d.request() == null || !hidden.contains(d.request()))
                .toList();
        return requestSight
                .view(actor, engagement)
                .map(view -> seen(view, open))
                .orElseGet(() -> own(actor, engagement, open));
    }

    private static Set<UUID> requestsOf(List<Document> documents) {
        return documents.stream()
                .map(Document::request)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Whoever is there for tasks of his own only still sees what he gave to them. */
    private List<Document> own(Actor actor, EngagementId engagement, List<Document> documents) {
        return requestSight.knows(actor, engagement)
                ? documents.stream()
                        .filter(d -> actor.id().equals(d.uploadedBy()))
                        .toList()
                : List.of();
    }

    private List<Document> seen(View view, List<Document> documents) {
        Set<UUID> requestsSeen = view.all() ? Set.of() : requestsSeen(view, documents);
        return documents.stream().filter(d -> sees(view, d, requestsSeen)).toList();
    }

    /** All of them looked up at once. */
    private Set<UUID> requestsSeen(View view, List<Document> documents) {
        Set<UUID> asked = requestsOf(documents);
        return asked.isEmpty()
                ? Set.of()
                : requests.ownAmong(
                        asked, view.engagement().value(), view.actor().id().value());
    }

    private static boolean sees(View view, Document document, Set<UUID> requestsSeen) {
        Actor actor = view.actor();
        if (actor.ofTheFirm()) {
            return document.isReleased();
        }
        if (actor.id().equals(document.uploadedBy())) {
            return true;
        }
        return switch (document.audience()) {
            case FIRM -> false;
            case LEADS -> view.leads();
            case REQUEST -> isSeen(view, document.request(), requestsSeen);
        };
    }

    private static boolean isSeen(View view, @Nullable UUID request, Set<UUID> requestsSeen) {
        return request != null && (view.all() || requestsSeen.contains(request));
    }
}
