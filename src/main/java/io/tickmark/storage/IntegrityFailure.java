package io.tickmark.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document's bytes are gone or are not those that were taken in. They must not be served: whoever catches this breaks
 * off the answer, and never completes it. Answered as 500 where no answer has begun.
 */
public final class IntegrityFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(IntegrityFailure.class);

    private final transient DocumentKey key;

    private IntegrityFailure(DocumentKey key, String found) {
        super("This document is not served: " + found + ". Tell your administrator; a backup may hold it.");
        this.key = key;
    }

    /** Raises the alarm in the log at once: what throws in the middle of a download reaches no error page. */
    static IntegrityFailure alarm(DocumentKey key, String found) {
        LOG.error("INTEGRITY: document {}: {}", key, found);
        return new IntegrityFailure(key, found);
    }

    public DocumentKey key() {
        return key;
    }
}
