package io.tickmark.evidence;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Notes in the transaction of each change which documents are to be looked at again by those who follow. It hangs on
 * the entities themselves, so that no change is forgotten by whoever writes the next one.
 */
class NotedChanges {

    // asked late: entities are made ready while others of the application are still being made
    private final ObjectProvider<EvidenceChanges> changes;

    NotedChanges(ObjectProvider<EvidenceChanges> changes) {
        this.changes = changes;
    }

    /** What is uploaded is noted when it has been read: nothing could be found in it before but its name. */
    @PostPersist
    void came(Object entity) {
        if (entity instanceof Document document && document.uploadedBy() == null) {
            changes.getObject().note(document);
        }
    }

    @PostUpdate
    void changed(Object entity) {
        if (entity instanceof Document document) {
            changes.getObject().note(document);
        } else if (entity instanceof EvidenceRequest request && request.takeFindable()) {
            changes.getObject().note(request);
        }
    }
}
