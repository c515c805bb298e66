package io.tickmark.evidence;

import io.tickmark.engagement.FileLock;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.trail.Trail;
import io.tickmark.web.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes beside requests and documents. Whoever sees what a note is about may write one, for his own side or for both. */
@RestController
class NotesApi {

    private static final int LONGEST = 10_000;

    private final RequestRepository requests;
    private final DocumentRepository documents;
    private final RequestSight requestSight;
    private final DocumentSight documentSight;
    private final Notes notes;
    private final Team team;
    private final Trail trail;
    private final FileLock lock;

    NotesApi(
            RequestRepository requests,
            DocumentRepository documents,
            RequestSight requestSight,
            DocumentSight documentSight,
            Notes notes,
            Team team,
            Trail trail,
            FileLock lock) {
        this.requests = requests;
        this.documents = documents;
        this.requestSight = requestSight;
        this.documentSight = documentSight;
        this.notes = notes;
        this.team = team;
        this.trail = trail;
        this.lock = lock;
    }

    /** @param kind {@code internal} or {@code shared}; it must be said, so that nothing is shared by an oversight */
    record Written(@Nullable String kind, @Nullable String text) {

        String givenKind(List<Refusal> refusals) {
            if (kind != null && (kind.equals(Note.INTERNAL) || kind.equals(Note.SHARED))) {
                return kind;
            }
            refusals.add(new Refusal("kind", "Say for whom: internal, for your own side, or shared"));
            return "";
        }

        String givenText(List<Refusal> refusals) {
            String given = text == null ? "" : text.strip();
            if (given.isEmpty() || given.length() > LONGEST) {
                refusals.add(new Refusal("text", "Write 1 to " + LONGEST + " characters"));
            }
            return given;
        }
    }

    /** Those about its documents too, as far as the reader sees these; the oldest first. */
    @GetMapping("/api/requests/{id}/notes")
    Page<Note> ofRequest(Actor actor, @PathVariable UUID id) {
        EvidenceRequest request = request(actor, id);
        List<Note> all = notes.ofRequest(actor, request);
        Set<UUID> about = new HashSet<>();
        all.stream().map(Note::document).filter(Objects::nonNull).forEach(about::add);
        Set<UUID> seen = new HashSet<>();
        if (!about.isEmpty()) {
            documentSight
                    .seen(actor, request.engagement(), documents.findByIdIn(about))
                    .forEach(document -> seen.add(document.id()));
        }
        return Page.all(all.stream()
                .filter(note -> note.document() == null || seen.contains(note.document()))
                .toList());
    }

    @PostMapping("/api/requests/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Note writeToRequest(Actor actor, @PathVariable UUID id, @RequestBody Written written) {
        EvidenceRequest request = request(actor, id);
        return write(actor, request.engagement(), request, null, written);
    }

    @GetMapping("/api/documents/{id}/notes")
    Page<Note> ofDocument(Actor actor, @PathVariable UUID id) {
        return Page.all(notes.ofDocument(actor, document(actor, id)));
    }

    @PostMapping("/api/documents/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Note writeToDocument(Actor actor, @PathVariable UUID id, @RequestBody Written written) {
        Document document = document(actor, id);
        return write(actor, document.engagement(), null, document, written);
    }

    private Note write(
            Actor actor,
            EngagementId engagement,
            @Nullable EvidenceRequest request,
            @Nullable Document document,
            Written written) {
        if (actor.ofTheFirm() && team.roles(engagement, actor.id()).isEmpty()) {
            throw new Forbidden("Notes are written by people of the engagement's team");
        }
        List<Refusal> refusals = new ArrayList<>();
        String kind = written.givenKind(refusals);
        String text = written.givenText(refusals);
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        Note note = notes.write(actor, request, document, kind, text);
        trail.record(engagement, "note-written", actor, Notes.facts(note));
        lock.refuseChange(engagement);
        return note;
    }

    private EvidenceRequest request(Actor actor, UUID id) {
        return requests.findById(id)
                .filter(r -> requestSight.sees(actor, r))
                .orElseThrow(() -> new NotFound("There is no request " + id));
    }

    private Document document(Actor actor, UUID id) {
        return documents
                .findById(id)
                .filter(d -> documentSight.sees(actor, d))
                .orElseThrow(() -> new NotFound("There is no document " + id));
    }
}
