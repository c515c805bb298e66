package io.tickmark.evidence;

import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What rests on a document that is to be taken out, and until when that may still be done. */
@Component
class RestsOnIt {

    private static final Set<String> REPORTED = Set.of("issued", "closed");

    private final RequestRepository requests;
    private final DocumentRepository documents;
    private final RequestSight sight;
    private final Engagements engagements;
    private final List<RestingWork> work;

    RestsOnIt(
            RequestRepository requests,
            DocumentRepository documents,
            RequestSight sight,
            Engagements engagements,
            List<RestingWork> work) {
        this.requests = requests;
        this.documents = documents;
        this.sight = sight;
        this.engagements = engagements;
        this.work = work;
    }

    /**
     * As the API answers it.
     *
     * @param request what the request is called, and where it stands; null where there is none, or none to know of
     * @param otherFiles how many other documents were accepted for the request; 0 leaves it without evidence
     * @param work what auditors concluded from it, in sentences
     */
    record Told(boolean accepted, @Nullable String request, int otherFiles, List<String> work) {}

    Told told(Actor reader, Document document) {
        UUID id = document.request();
        EvidenceRequest request = id == null
                ? null
                : requests.findById(id).filter(r -> sight.sees(reader, r)).orElse(null);
        return new Told(
                document.state() == DocumentState.ACCEPTED,
                request == null
                        ? null
                        : request.label() + " (" + request.state().word().replace('_', ' ') + ")",
                request == null ? 0 : others(document, request),
                resting(reader, document));
    }

    private int others(Document document, EvidenceRequest request) {
        return (int) documents.ofRequests(List.of(request.id())).stream()
                .filter(other ->
                        other.state() == DocumentState.ACCEPTED && !other.id().equals(document.id()))
                .count();
    }

    private List<String> resting(Actor reader, Document document) {
        return work.stream()
                .flatMap(module -> module.on(reader, document.engagement(), document.id()).stream())
                .toList();
    }

    /** What an issued report rests on is kept, whoever asks (AT-C 105: documentation is not discarded before its time). */
    void refuseAfterReport(Actor actor, Document document) {
        boolean reported =
                REPORTED.contains(engagements.facts(document.engagement()).phase());
        if (reported
                && (document.state() == DocumentState.ACCEPTED
                        || !resting(actor, document).isEmpty())) {
            throw new Conflict("The report is issued and rests on it: what an opinion rests on stays in the file");
        }
    }
}
