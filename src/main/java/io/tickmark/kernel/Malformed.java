package io.tickmark.kernel;

/** The request itself cannot be read. Answered as 400. */
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Malformed(String message) {
        super(message);
    }
}
