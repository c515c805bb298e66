package io.tickmark.storage;

import java.time.Instant;

/**
 * How long a document is kept from being deleted.
 *
 * @param until in real time; the document is kept up to then
 */
public record Retention(Mode mode, Instant until) {

    /** The two modes of S3's object lock. */
    public enum Mode {
        /** Nobody deletes it but by {@link DocumentStore#purge}: for a file that was given by mistake. */
        GOVERNANCE,
        /** Nobody deletes it, and nobody makes the time shorter. */
        COMPLIANCE
    }
}
