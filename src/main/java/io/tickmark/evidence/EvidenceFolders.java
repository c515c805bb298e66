package io.tickmark.evidence;

import static java.util.stream.Collectors.groupingBy;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.storage.DocumentStore;
import io.tickmark.storage.IntegrityFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents of an engagement as they are taken along: by their requests, each as far as the reader may see it. */
@Component
public class EvidenceFolders {

    private final RequestRepository requests;
    private final DocumentRepository documents;
    private final RequestSight requestSight;
    private final DocumentSight sight;
    private final DocumentStore store;
    private final IntegrityAlarm alarm;
    private final DocumentViews views;

    EvidenceFolders(
            RequestRepository requests,
            DocumentRepository documents,
            RequestSight requestSight,
            DocumentSight sight,
            DocumentStore store,
            IntegrityAlarm alarm,
            DocumentViews views) {
        this.requests = requests;
        this.documents = documents;
        this.requestSight = requestSight;
        this.sight = sight;
        this.store = store;
        this.alarm = alarm;
        this.views = views;
    }

    /** @param request null for what was given to no request: letters, reports, what tasks asked for */
    public record Folder(@Nullable RequestFacts request, List<DocumentFacts> documents) {}

    /** What one person may take along of an engagement. */
    public record Folders(EngagementId engagement, List<Folder> folders) {}

    /**
     * Every document of the engagement that the person sees, requests by their numbers; with a control only what was
     * asked for it.
     *
     * @throws NotFound when the person may not know of the engagement
     */
    @Transactional(readOnly = true)
    public Folders of(Actor actor, EngagementId engagement, @Nullable String control) {
        if (!requestSight.knows(actor, engagement)) {
            throw new NotFound("There is no engagement " + engagement);
        }
        Optional<RequestSight.View> view = requestSight.view(actor, engagement);
        List<EvidenceRequest> seen = requests.findByEngagementIdOrderByNumber(engagement.value()).stream()
                .filter(request -> view.filter(v -> v.sees(request)).isPresent())
                .filter(request -> control == null || request.controls().contains(control))
                .toList();
        List<Folder> folders = new ArrayList<>(folders(actor, engagement, seen));
        if (control == null) {
            List<Document> others = sight.seen(actor, engagement, documents.ofNoRequest(engagement.value()));
            if (!others.isEmpty()) {
                folders.add(
                        new Folder(null, others.stream().map(Document::facts).toList()));
            }
        }
        return new Folders(engagement, folders);
    }

    /** The documents of one request; throws {@link NotFound} when the person may not see it. */
    @Transactional(readOnly = true)
    public Folders of(Actor actor, UUID id) {
        EvidenceRequest request = requests.findById(id)
                .filter(r -> requestSight.sees(actor, r))
                .orElseThrow(() -> new NotFound("There is no request " + id));
        return new Folders(request.engagement(), folders(actor, request.engagement(), List.of(request)));
    }

    private List<Folder> folders(Actor actor, EngagementId engagement, List<EvidenceRequest> seen) {
        if (seen.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = seen.stream().map(EvidenceRequest::id).toList();
        Map<Optional<UUID>, List<Document>> given = sight.seen(actor, engagement, documents.ofRequests(ids)).stream()
                .collect(groupingBy(document -> Optional.ofNullable(document.request())));
        return seen.stream()
                .map(request -> new Folder(
                        request.facts(),
                        given.getOrDefault(Optional.of(request.id()), List.of()).stream()
                                .map(Document::facts)
                                .toList()))
                .toList();
    }

    /** Notes that the person was handed all documents that are given out of these, before they are. */
    @Transactional
    public void handedOut(Actor actor, Folders folders) {
        views.record(
                actor,
                folders.folders().stream()
                        .flatMap(folder -> folder.documents().stream())
                        .filter(DocumentFacts::isGivenOut)
                        .toList(),
                DocumentViews.Way.BINDER);
    }

    /**
     * Writes the whole bytes of a document that was found here, checked as they are read. One that is not what was taken
     * in raises the alarm and throws {@link IntegrityFailure}. Not for use in a transaction.
     */
    public void copy(DocumentFacts facts, OutputStream out) throws IOException {
        Document document =
                documents.findById(facts.id()).orElseThrow(() -> new NotFound("There is no document " + facts.id()));
        if (!document.facts().isGivenOut()) {
            throw new IllegalStateException("Document " + facts.id() + " has been locked away meanwhile");
        }
        try (InputStream bytes = store.read(document.key(), document.stored())) {
            bytes.transferTo(out);
        } catch (IntegrityFailure broken) {
            alarm.raise(document, broken);
            throw broken;
        }
    }
}
