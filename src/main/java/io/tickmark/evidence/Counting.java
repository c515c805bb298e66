package io.tickmark.evidence;

import io.tickmark.engagement.FileLock;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.trail.Trail;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The moment in which stored bytes become a document that counts: its row and its trail entry, together. */
@Component
class Counting {

    private final Intents intents;
    private final DocumentRepository documents;
    private final Intake intake;
    private final Trail trail;
    private final FileLock lock;
    private final RetentionsDue due;
    private final ReadingQueue queue;
    private final Clock clock;

    Counting(
            Intents intents,
            DocumentRepository documents,
            Intake intake,
            Trail trail,
            FileLock lock,
            RetentionsDue due,
            ReadingQueue queue,
            Clock clock) {
        this.intents = intents;
        this.documents = documents;
        this.intake = intake;
        this.trail = trail;
        this.lock = lock;
        this.due = due;
        this.queue = queue;
        this.clock = clock;
    }

    /** Joins the caller's transaction, or is one of its own. */
    @Transactional
    public Document count(Place place, Received received, @Nullable Actor by) {
        if (!intents.settle(received.id())) {
            throw new Conflict("The upload took so long that it was given up. Nothing of it counts; send it again.");
        }
        Document document = new Document(place, received, by == null ? null : by.id(), clock.instant());
        return keep(place, document, received.archive(), by);
    }

    /** The bytes of a document that counts already, in another place. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Document again(Place place, Document same, Actor by) {
        Received received = new Received(UUID.randomUUID(), same.name(), same.contentType(), same.stored(), null);
        Document document = new Document(place, received, by.id(), clock.instant());
        document.restOn(same);
        due.one(document);
        return keep(place, document, null, by);
    }

    private Document keep(Place place, Document document, @Nullable String archive, @Nullable Actor by) {
        List<Beside> beside = beside(place);
        document.at(beside.size() + 1);
        beside.stream()
                .filter(d -> d.name().equals(document.name()))
                .reduce((first, last) -> last)
                .ifPresent(document::newVersionOf);
        if (by != null) {
            intake.look(Examined.comingIn(document, by));
        }
        documents.save(document);
        if (by != null) {
            toBeRead(document);
        }
        Map<String, Object> facts = facts(place, document);
        if (archive != null && !place.confidential()) {
            facts.put("unpackedFrom", archive);
        }
        trail.record(place.engagement(), "document-received", by, facts);
        if (by != null) {
            lock.refuseChange(place.engagement());
        }
        return document;
    }

    private void toBeRead(Document document) {
        if (document.stored().size() == 0) {
            document.isNotReadable();
        } else {
            // its row is to be there before the one that waits for it
            documents.flush();
            queue.add(document.id());
        }
    }

    private List<Beside> beside(Place place) {
        UUID request = place.request();
        String instance = place.processInstance();
        if (request != null) {
            return documents.besideInRequest(request);
        }
        return instance == null ? List.of() : documents.besideInInstance(instance);
    }

    private static Map<String, Object> facts(Place place, Document document) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("document", document.id());
        if (!place.confidential()) {
            facts.put("name", document.name());
        }
        facts.put("size", document.stored().size());
        facts.put("contentType", document.contentType());
        facts.put("sha256", document.stored().sha256());
        facts.put("madeBy", document.madeBy().word());
        facts.put("version", document.versionNo());
        UUID request = document.request();
        if (request != null) {
            facts.put("request", request);
        }
        String task = document.task();
        if (task != null) {
            facts.put("task", task);
        }
        if (document.restsOnAnother()) {
            facts.put("sameAs", document.key().document());
            facts.put("ofEngagement", document.key().engagement().value());
        }
        Collected collected = document.collected();
        if (collected != null && !place.confidential()) {
            facts.putAll(collected.facts());
        }
        return facts;
    }
}
