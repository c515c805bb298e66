package io.tickmark.evidence;

import io.tickmark.engagement.FileClosing;
import io.tickmark.storage.DocumentStore;
import io.tickmark.storage.IntegrityFailure;
import io.tickmark.storage.StillRetained;
import io.tickmark.storage.StoreUnavailable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the store keep what counts, after the transaction that made it count: governance mode while the file is open,
 * compliance mode from its lock on, legal hold while there is one. Telling the store twice does no harm, so nodes need
 * not agree on who tells it.
 */
@Component
class RetainDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(RetainDocuments.class);
    private static final String EVERY = "${tickmark.documents.retain-every:PT10S}";
    private static final int PAGE = 100;

    /** Others wait for the scheduler. */
    private static final int PAGES = 10;

    private final RetentionsDue due;
    private final Retentions retentions;
    private final DocumentRepository documents;
    private final DocumentStore store;
    private final IntegrityAlarm alarm;

    RetainDocuments(
            RetentionsDue due,
            Retentions retentions,
            DocumentRepository documents,
            DocumentStore store,
            IntegrityAlarm alarm) {
        this.due = due;
        this.retentions = retentions;
        this.documents = documents;
        this.store = store;
        this.alarm = alarm;
    }

    @EventListener
    void closing(FileClosing file) {
        due.all(file.engagement());
    }

    @Scheduled(fixedDelayString = EVERY, initialDelayString = EVERY)
    void run() {
        for (int page = 0; page < PAGES; page++) {
            List<RetentionsDue.Due> next = due.next(PAGE);
            if (next.isEmpty() || !next.stream().allMatch(this::retain)) {
                return;
            }
        }
    }

    /** False when the store is away: then the others need not be tried. */
    private boolean retain(RetentionsDue.Due next) {
        try {
            documents
                    .findById(next.document())
                    .filter(document -> document.state() != DocumentState.PURGED)
                    .ifPresent(this::retain);
            due.done(next);
            return true;
        } catch (StoreUnavailable away) {
            due.later(next);
            LOG.warn("Document {} could not be retained now; it is tried again", next.document(), away);
            return false;
        } catch (StillRetained refused) {
            due.later(next);
            LOG.warn("The store does not let document {} be retained as its file asks", next.document(), refused);
            return true;
        } catch (DataAccessException collision) {
            // another node told the store the same
            due.later(next);
            return true;
        }
    }

    private void retain(Document document) {
        Retentions.Kept asked = retentions.asked(document);
        boolean wasHeld =
                retentions.told(document.id()).map(Retentions.Kept::held).orElse(false);
        try {
            boolean byStore = store.retain(document.key(), document.stored(), asked.retention());
            if (asked.held() || wasHeld) {
                store.hold(document.key(), document.stored(), asked.held());
            }
            retentions.told(document.id(), asked, byStore);
        } catch (IntegrityFailure gone) {
            alarm.raise(document, gone);
        }
    }
}
