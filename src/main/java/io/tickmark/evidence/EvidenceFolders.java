package io.tickmark.evidence;

import static java.util.stream.Collectors.groupingBy;

import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.storage.DocumentStore;
import io.tickmark.storage.IntegrityFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents of an engagement as they are taken along: by their requests, each as far as the reader may see it. */
@Component
public class EvidenceFolders {

    private final RequestRepository requests;
    private final DocumentRepository documents;
    private final RequestSight requestSight;
    private final Engagements engagements;
    private final DocumentSight sight;
    private final DocumentStore store;
    private final IntegrityAlarm alarm;
    private final DocumentViews views;
    private final Notes notes;

    EvidenceFolders(
            RequestRepository requests,
            DocumentRepository documents,
            RequestSight requestSight,
            Engagements engagements,
            DocumentSight sight,
            DocumentStore store,
            IntegrityAlarm alarm,
            DocumentViews views,
            Notes notes) {
        this.requests = requests;
        this.documents = documents;
        this.requestSight = requestSight;
        this.engagements = engagements;
        this.sight = sight;
        this.store = store;
        this.alarm = alarm;
        this.views = views;
        this.notes = notes;
    }

    /**
     * What belongs together.
     *
     * @param request null for what was given to no request: letters, reports, what tasks asked for
     * @param notes about the request and these documents, as far as the person may read them, the oldest first; what is
     *     internal to a client is in no folder
     */
    public record Folder(@Nullable RequestFacts request, List<DocumentFacts> documents, List<Note> notes) {

        /** Whether it was accepted, and two people took out since what it was accepted for. */
        public boolean lacksEvidence() {
            return request != null
                    && request.state()
                            .lacksEvidence(
                                    documents.stream().map(DocumentFacts::state).toList());
        }
    }

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
        List<Note> written = written(
                actor,
                notes.ofEngagement(
                        actor, engagement, engagements.outline(engagement).client()));
        List<Folder> folders = new ArrayList<>(folders(actor, engagement, seen, written));
        if (control == null) {
            List<Document> others = sight.seen(actor, engagement, documents.ofNoRequest(engagement.value()));
            if (!others.isEmpty()) {
                folders.add(folder(null, others, written));
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
        List<Note> written = written(actor, notes.ofRequest(actor, request));
        return new Folders(request.engagement(), folders(actor, request.engagement(), List.of(request), written));
    }

    /** The same, and with it these documents of no request, as far as the person sees them. */
    @Transactional(readOnly = true)
    public Folders with(Actor actor, Folders folders, Collection<UUID> more) {
        List<Document> seen = more.isEmpty()
                ? List.of()
                : sight.seen(
                        actor,
                        folders.engagement(),
                        documents.findByIdIn(more).stream()
                                .filter(document -> document.request() == null)
                                .toList());
        if (seen.isEmpty()) {
            return folders;
        }
        List<Folder> all = new ArrayList<>(folders.folders());
        all.add(folder(null, seen, List.of()));
        return new Folders(folders.engagement(), all);
    }

    /** A client's binder goes to auditors and others: what is internal to the client stays out of it. */
    private static List<Note> written(Actor actor, List<Note> notes) {
        return notes.stream()
                .filter(note -> actor.ofTheFirm() || note.isShared())
                .toList();
    }

    private static Folder folder(@Nullable EvidenceRequest request, List<Document> documents, List<Note> notes) {
        Set<UUID> here = documents.stream().map(Document::id).collect(Collectors.toSet());
        UUID id = request == null ? null : request.id();
        return new Folder(
                request == null ? null : request.facts(),
                documents.stream().map(Document::facts).toList(),
                notes.stream()
                        .filter(note -> Objects.equals(id, note.request()))
                        .filter(note -> note.document() == null || here.contains(note.document()))
                        .toList());
    }

    private List<Folder> folders(Actor actor, EngagementId engagement, List<EvidenceRequest> seen, List<Note> written) {
        if (seen.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = seen.stream().map(EvidenceRequest::id).toList();
        Map<Optional<UUID>, List<Document>> given = sight.seen(actor, engagement, documents.ofRequests(ids)).stream()
                .collect(groupingBy(document -> Optional.ofNullable(document.request())));
        return seen.stream()
                .map(request -> folder(request, given.getOrDefault(Optional.of(request.id()), List.of()), written))
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
