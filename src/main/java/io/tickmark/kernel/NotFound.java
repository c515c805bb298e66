package io.tickmark.kernel;

/** What was asked for does not exist, or is not the caller's to know of: both are answered alike, as 404. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound(String message) {
        super(message);
    }
}
