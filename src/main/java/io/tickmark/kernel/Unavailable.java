package io.tickmark.kernel;

/**
 * Something this application stands on is away: the store of documents, the database. Answered as 503 with the request
 * to try again; nothing was changed. The message is shown to the caller, so it names no address and no path.
 */
public class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
