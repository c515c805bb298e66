package io.tickmark.kernel;

/** Somebody was first, or the version is stale. Answered as 409; the message says who or what. */
public final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
        super(message);
    }
}
