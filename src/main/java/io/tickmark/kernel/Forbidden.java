package io.tickmark.kernel;

/** The caller may know of it but has not the role for it. Answered as 403; the message names the role. */
public final class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Forbidden(String message) {
        super(message);
    }
}
