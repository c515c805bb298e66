package io.tickmark.evidence;

import io.tickmark.engagement.FileLock;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import io.tickmark.trail.Trail;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do about findings: say why a document is given all the same, or have it read again. */
@RestController
@RequestMapping("/api/documents/{id}")
class FindingsApi {

    private static final int LONGEST_REASON = 2000;

    private final DocumentRepository documents;
    private final RequestRepository requests;
    private final DocumentSight sight;
    private final DocumentAnswers answers;
    private final Intake intake;
    private final ReadingQueue queue;
    private final Trail trail;
    private final FileLock lock;
    private final Clock clock;

    FindingsApi(
            DocumentRepository documents,
            RequestRepository requests,
            DocumentSight sight,
            DocumentAnswers answers,
            Intake intake,
            ReadingQueue queue,
            Trail trail,
            FileLock lock,
            Clock clock) {
        this.documents = documents;
        this.requests = requests;
        this.sight = sight;
        this.answers = answers;
        this.intake = intake;
        this.queue = queue;
        this.trail = trail;
        this.lock = lock;
        this.clock = clock;
    }

    record Reason(@Nullable String reason) {

        String given() {
            if (reason == null || reason.isBlank()) {
                throw new Refused(
                        "reason", "Say why this is the right evidence all the same; whoever reviews it reads it");
            }
            if (reason.length() > LONGEST_REASON) {
                throw new Refused("reason", "Say it in at most " + LONGEST_REASON + " characters");
            }
            return reason.strip();
        }
    }

    /** For the side that gave the document; the finding stays, with the reason beside it. */
    @PostMapping("/findings/{code}/override")
    DocumentAnswer override(Actor actor, @PathVariable UUID id, @PathVariable String code, @RequestBody Reason reason) {
        Document document = visible(actor, id);
        if (document.madeBy() == MadeBy.CLIENT && actor.ofTheFirm()) {
            throw new Forbidden("Why evidence is given all the same is for the client to say");
        }
        if (Set.of(DocumentState.QUARANTINED, DocumentState.ACCEPTED, DocumentState.PURGED)
                .contains(document.state())) {
            throw new Conflict(
                    "The document is " + document.state().word() + ": nothing is to be said about it any more");
        }
        var said = new Finding.Override(reason.given(), actor.name(), clock.instant());
        if (!intake.override(document, code, said)) {
            throw new NotFound("Nothing of the kind " + code + " was found in this document");
        }
        Map<String, Object> facts = facts(document);
        facts.put("finding", code);
        facts.put("reason", said.reason());
        trail.record(document.engagement(), "finding-overridden", actor, facts);
        lock.refuseChange(document.engagement());
        return answers.of(actor, List.of(document)).get(0);
    }

    /** For whoever may see the document; what is found then takes the place of what was found before. */
    @PostMapping("/read")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DocumentAnswer read(Actor actor, @PathVariable UUID id) {
        Document document = visible(actor, id);
        if (document.state() == DocumentState.QUARANTINED || document.state() == DocumentState.PURGED) {
            throw new Conflict("The document is " + document.state().word() + " and cannot be read");
        }
        queue.addAgain(id);
        trail.record(document.engagement(), "reading-asked", actor, facts(document));
        lock.refuseChange(document.engagement());
        return answers.of(actor, List.of(document)).get(0);
    }

    private Map<String, Object> facts(Document document) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("document", document.id());
        if (!requests.isConfidential(document.request())) {
            facts.put("name", document.name());
        }
        return facts;
    }

    private Document visible(Actor actor, UUID id) {
        return documents
                .findById(id)
                .filter(d -> sight.sees(actor, d))
                .orElseThrow(() -> new NotFound("There is no document " + id));
    }
}
