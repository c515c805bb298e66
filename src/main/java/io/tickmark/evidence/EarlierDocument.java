package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Documents that came before another, as far as its giver may know of them. */
@Component
class EarlierDocument {

    private final DocumentSight sight;
    private final RequestRepository requests;
    private final RequestTasks tasks;

    EarlierDocument(DocumentSight sight, RequestRepository requests, RequestTasks tasks) {
        this.sight = sight;
        this.requests = requests;
        this.tasks = tasks;
    }

    /** Those among the given ones, in their order; of the same audit first. */
    List<Document> known(Examined examined, Collection<Document> others) {
        Document document = examined.document();
        Actor giver = examined.giver();
        if (giver == null) {
            return List.of();
        }
        List<Document> known = others.stream()
                .filter(other -> !other.id().equals(document.id()) && other.state() != DocumentState.PURGED)
                .filter(other -> isBefore(other, document))
                .filter(other -> sight.sees(giver, other))
                .toList();
        List<Document> here = known.stream()
                .filter(other -> other.engagement().equals(document.engagement()))
                .toList();
        return here.isEmpty() ? known : here;
    }

    private static boolean isBefore(Document other, Document document) {
        Instant then = other.uploadedAt();
        return then.isBefore(document.uploadedAt())
                || (then.equals(document.uploadedAt())
                        && (!Objects.equals(other.request(), document.request())
                                || other.position() < document.position()));
    }

    /** Whether it came before the period began that the document is evidence for. */
    boolean isOfAnEarlierPeriod(Document document, Document other) {
        UUID request = document.request();
        LocalDate from = request == null
                ? null
                : requests.findById(request)
                        .map(asked -> tasks.coversFrom(asked.facts()))
                        .orElse(null);
        return from != null
                && LocalDate.ofInstant(other.uploadedAt(), ZoneOffset.UTC).isBefore(from);
    }

    /** In words, as the end of a sentence about a document of the same audit. */
    String where(Document document, Document other) {
        UUID request = other.request();
        if (request == null) {
            return Objects.equals(document.processInstance(), other.processInstance()) ? " here" : " with another task";
        }
        return request.equals(document.request())
                ? " to this request"
                : requests.findById(request).map(r -> " to " + r.label()).orElse("");
    }
}
