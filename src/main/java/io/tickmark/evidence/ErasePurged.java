package io.tickmark.evidence;

import io.tickmark.storage.DocumentStore;
import io.tickmark.storage.IntegrityFailure;
import io.tickmark.storage.StillRetained;
import io.tickmark.storage.StoreUnavailable;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the store erase what two people took out, all its versions; tried again until it has. Erasing twice does no harm. */
@Component
class ErasePurged {

    private static final Logger LOG = LoggerFactory.getLogger(ErasePurged.class);
    private static final int PAGE = 50;

    private final PurgesDue due;
    private final Documents documents;
    private final DocumentRepository table;
    private final Retentions retentions;
    private final DocumentStore store;

    ErasePurged(
            PurgesDue due, Documents documents, DocumentRepository table, Retentions retentions, DocumentStore store) {
        this.due = due;
        this.documents = documents;
        this.table = table;
        this.retentions = retentions;
        this.store = store;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void run() {
        for (UUID document : due.some(PAGE)) {
            if (!erase(document)) {
                return;
            }
        }
    }

    /** Outside of any transaction. False when the store is away: then the others need not be tried. */
    boolean erase(UUID id) {
        try {
            table.findById(id).ifPresent(this::unhold);
            documents.erase(id);
            due.done(id);
            return true;
        } catch (StoreUnavailable | DataAccessException away) {
            LOG.warn("The bytes of document {} could not be erased now; it is tried again", id, away);
            return false;
        } catch (StillRetained refused) {
            LOG.warn("The store does not let the bytes of document {} be erased; it is tried again", id, refused);
            return true;
        }
    }

    /** A hold was lifted and the store not told yet: nobody tells it any more, since the document is gone. */
    private void unhold(Document document) {
        if (retentions.told(document.id()).filter(Retentions.Kept::held).isPresent()) {
            try {
                store.hold(document.key(), document.stored(), false);
            } catch (IntegrityFailure gone) {
                LOG.debug("The bytes of document {} are gone already", document.id(), gone);
            }
        }
    }
}
