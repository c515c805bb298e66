package io.tickmark.evidence;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.FileLock;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.trail.Trail;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a file out that was given by mistake, by two people and before its file is locked. All that the database knows of
 * what is in it goes in their transaction; its bytes follow at once, see {@link ErasePurged}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Purging {

    private final DocumentRepository documents;
    private final RequestRepository requests;
    private final DocumentSight sight;
    private final PurgeRights rights;
    private final Retentions retentions;
    private final LegalHolds holds;
    private final SharedBytes shared;
    private final Readings readings;
    private final ReadingQueue queue;
    private final PurgesDue due;
    private final IntegrityFindings broken;
    private final RestsOnIt rests;
    private final Engagements engagements;
    private final Trail trail;
    private final FileLock lock;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Purging(
            DocumentRepository documents,
            RequestRepository requests,
            DocumentSight sight,
            PurgeRights rights,
            Retentions retentions,
            LegalHolds holds,
            SharedBytes shared,
            Readings readings,
            ReadingQueue queue,
            PurgesDue due,
            IntegrityFindings broken,
            RestsOnIt rests,
            Engagements engagements,
            Trail trail,
            FileLock lock,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.requests = requests;
        this.sight = sight;
        this.rights = rights;
        this.retentions = retentions;
        this.holds = holds;
        this.shared = shared;
        this.readings = readings;
        this.queue = queue;
        this.due = due;
        this.broken = broken;
        this.rests = rests;
        this.engagements = engagements;
        this.trail = trail;
        this.lock = lock;
        this.events = events;
        this.clock = clock;
    }

    public Document ask(Actor actor, UUID id, String reason) {
        Document document = held(actor, id);
        rights.toAsk(actor, document);
        if (document.madeBy() == MadeBy.APPLICATION) {
            throw new Conflict("Nobody gave it: it was made here, from what stands in the file");
        }
        if (document.purge() != null) {
            throw new Conflict("That was asked before; another person is to agree");
        }
        document.askPurge(new Purge(reason, actor, clock.instant()));
        rests.refuseAfterReport(actor, document);
        record(document, "purge-asked", actor, reason);
        return document;
    }

    public Document agree(Actor actor, UUID id) {
        // the engagement before the request, as everybody locks them: tests that rest on it begin anew
        documents.engagementOf(id).map(EngagementId::new).ifPresent(engagements::lock);
        Document document = held(actor, id);
        Purge asked = asked(document);
        rights.toAgree(actor, document, asked);
        rests.refuseAfterReport(actor, document);
        asked.agree(actor, clock.instant());
        record(document, "document-purged", actor, asked.reason());
        document.purge(asked);
        readings.forget(id);
        queue.forget(id);
        broken.clear(document);
        due.add(id, clock.instant());
        events.publishEvent(new DocumentPurged(document.engagement(), id));
        return document;
    }

    /** The second person says no, or the first takes it back; it can be asked again. */
    public Document refuse(Actor actor, UUID id, String reason) {
        Document document = held(actor, id);
        Purge asked = asked(document);
        if (!actor.id().equals(asked.askedBy())) {
            rights.toAgree(actor, document, asked);
        }
        document.askPurge(null);
        record(document, "purge-refused", actor, reason);
        return document;
    }

    private static Purge asked(Document document) {
        Purge asked = document.purge();
        if (asked == null) {
            throw new Conflict("Nobody has asked to take it out");
        }
        return asked;
    }

    /** As everybody holds its request who decides about a request's documents. */
    private Document held(Actor actor, UUID id) {
        documents.requestOf(id).ifPresent(requests::lock);
        Document document = documents
                .findById(id)
                .filter(d -> sight.sees(actor, d))
                .orElseThrow(() -> new NotFound("There is no document " + id));
        if (document.state() == DocumentState.PURGED) {
            throw new Conflict("It was taken out before");
        }
        return document;
    }

    /** The trail's chain is held from here on, so that neither a lock nor a hold slips in beside it. */
    private void record(Document document, String event, Actor actor, String reason) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("document", document.id());
        if (!requests.isConfidential(document.request())) {
            facts.put("name", document.name());
        }
        facts.put("sha256", document.stored().sha256());
        facts.put("size", document.stored().size());
        facts.put("state", document.state().word());
        facts.put("request", document.request());
        facts.put("reason", reason);
        trail.record(document.engagement(), event, actor, facts);
        lock.refuseChange(document.engagement());
        if (document.restsOnAnother()) {
            // its bytes stay where they are, so only its own engagement's hold is in the way
            holds.refuseErasing(document.engagement());
        } else {
            retentions.refuseErasing(document);
            if (shared.areNeeded(document)) {
                throw new Conflict("It was given once more in another engagement of the client, which rests on the same"
                        + " bytes; take it out there first");
            }
        }
    }
}
