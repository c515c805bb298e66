package io.tickmark.evidence;

import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.storage.DocumentKey;
import io.tickmark.storage.DocumentStore;
import io.tickmark.storage.UploadedFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Documents for other modules: looking them up, showing them on forms, and keeping what the application makes. */
@Component
public class Documents {

    private final DocumentRepository documents;
    private final DocumentStore store;
    private final Incoming incoming;
    private final Counting counting;
    private final Engagements engagements;
    private final Retentions retentions;

    Documents(
            DocumentRepository documents,
            DocumentStore store,
            Incoming incoming,
            Counting counting,
            Engagements engagements,
            Retentions retentions) {
        this.documents = documents;
        this.store = store;
        this.incoming = incoming;
        this.counting = counting;
        this.engagements = engagements;
        this.retentions = retentions;
    }

    /** Asks no rights. Empty for what never counted. */
    public Optional<DocumentFacts> find(UUID id) {
        return documents.findById(id).map(Document::facts);
    }

    /** The documents as a form's file fields and previews show them, in the order asked; unknown ids are left out. */
    public List<Map<String, ?>> preview(Collection<UUID> ids) {
        Map<UUID, Document> found = ids.isEmpty()
                ? Map.of()
                : documents.findByIdIn(ids).stream().collect(Collectors.toMap(Document::id, Function.identity()));
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .<Map<String, ?>>map(Documents::preview)
                .toList();
    }

    static Map<String, ?> preview(Document document) {
        return Map.of(
                "documentId", document.id().toString(),
                "name", document.name(),
                "endpoint", DocumentAnswer.endpoint(document.id()),
                "metadata", Map.of("fileName", document.name(), "contentType", document.contentType()));
    }

    /** The whole bytes, checked as they are read, see {@link DocumentStore#read}. Asks no rights; the caller closes. */
    public InputStream open(UUID id) {
        Document document = documents.findById(id).orElseThrow(() -> new NotFound("There is no document " + id));
        return store.read(document.key(), document.stored());
    }

    /**
     * Stores a document that the application makes, for the firm and for those who lead the engagement at the client.
     * Throws {@link IllegalStateException} inside a transaction: the bytes go first, then {@link #count} makes them
     * count. What is not counted is given up by {@link #release}, or by the reconciler after a crash.
     *
     * @param name at most 255 characters, no path
     */
    public StoredDocument store(EngagementId engagement, String name, String contentType, byte[] bytes) {
        Place place = new Place(
                engagement,
                engagements.facts(engagement).client(),
                null,
                null,
                null,
                MadeBy.APPLICATION,
                Audience.LEADS,
                true);
        return store(place, name, contentType, bytes);
    }

    StoredDocument store(Place place, String name, String contentType, byte[] bytes) {
        DocumentKey key = incoming.open(place.engagement());
        return new StoredDocument(
                place,
                incoming.store(
                        key,
                        new UploadedFile(name, contentType, new ByteArrayInputStream(bytes), null),
                        Long.MAX_VALUE));
    }

    /** Makes it a document in the caller's transaction, and with that no document again on rollback. Once only. */
    @Transactional(propagation = Propagation.MANDATORY)
    public DocumentFacts count(StoredDocument stored) {
        return counting.count(stored.place(), stored.received(), null).facts();
    }

    /**
     * Takes the bytes of a document that counts out of the store, for good: for a file given by mistake. Its row stays;
     * the caller marks it and asks the rights. Outside of any transaction. Throws {@link
     * io.tickmark.kernel.Conflict} while the file is locked or on legal hold, for one that was not purged before that.
     */
    public void erase(UUID id) {
        Document document = documents.findById(id).orElseThrow(() -> new NotFound("There is no document " + id));
        if (document.state() != DocumentState.PURGED) {
            retentions.refuseErasing(document);
        }
        store.purge(document.key());
    }

    /** Gives up what was stored and does not count; a document that counts stays. Outside of any transaction. */
    public void release(StoredDocument stored) {
        incoming.abandon(stored.key());
    }
}
