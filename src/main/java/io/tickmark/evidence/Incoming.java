package io.tickmark.evidence;

import io.tickmark.kernel.EngagementId;
import io.tickmark.storage.DocumentKey;
import io.tickmark.storage.DocumentStore;
import io.tickmark.storage.StoreUnavailable;
import io.tickmark.storage.Stored;
import io.tickmark.storage.UploadedFile;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Bytes on their way into the store, before anything counts; and their way out again when it never will. */
@Component
class Incoming {

    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);

    private final Intents intents;
    private final DocumentStore store;

    Incoming(Intents intents, DocumentStore store) {
        this.intents = intents;
        this.store = store;
    }

    DocumentKey open(EngagementId engagement) {
        return intents.open(engagement);
    }

    /** Streams the bytes to their final key; whatever goes wrong, nothing of them is left. Not in a transaction. */
    Received store(DocumentKey key, UploadedFile file, long limit) {
        try {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("The transaction would wait for the store: store first, then count");
            }
            Stored stored = store.put(key, file.bytes(), limit);
            return new Received(key.document(), file.name(), file.contentType(), stored, file.archive());
        } catch (RuntimeException failure) {
            abandon(key);
            throw failure;
        }
    }

    /** Makes sure first that it can never count: a commit whose answer was lost has happened all the same. */
    void abandon(DocumentKey key) {
        UUID document = key.document();
        try {
            if (intents.abandon(document)) {
                store.delete(key);
                intents.forget(document);
            }
        } catch (StoreUnavailable | org.springframework.dao.DataAccessException later) {
            LOG.warn("Document {} could not be cleared away now; the reconciler tries again", key, later);
        }
    }
}
