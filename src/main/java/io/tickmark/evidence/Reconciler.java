package io.tickmark.evidence;

import io.tickmark.storage.DocumentKey;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Clears up what a crash left between the first byte and the transaction that makes a document count. Such bytes were
 * never acknowledged and their giver has sent them again, so they go; a document that counts is never touched.
 */
@Component
class Reconciler {

    /** Longer than any upload takes: a younger one may be under way, on another node too. */
    static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final Intents intents;
    private final Incoming incoming;
    private final DocumentRepository documents;

    Reconciler(Intents intents, Incoming incoming, DocumentRepository documents) {
        this.intents = intents;
        this.incoming = incoming;
        this.documents = documents;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT15M")
    void run() {
        List<DocumentKey> left = intents.olderThan(LEFT_BEHIND);
        left.forEach(this::clear);
        if (!left.isEmpty()) {
            LOG.info("Cleared up {} uploads that were broken off", left.size());
        }
    }

    private void clear(DocumentKey key) {
        if (documents.existsById(key.document())) {
            intents.forget(key.document());
        } else {
            incoming.abandon(key);
        }
    }
}
