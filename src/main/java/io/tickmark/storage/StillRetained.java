package io.tickmark.storage;

/**
 * The store refuses to delete a document that is retained or on legal hold, or to make its retention milder. Answered as
 * 409; the document is as it was.
 */
public final class StillRetained extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StillRetained(DocumentKey key, Throwable cause) {
        super(
                "Document " + key.document()
                        + " is retained or on legal hold in the store, which refuses to change that.",
                cause);
    }
}
