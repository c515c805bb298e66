package io.tickmark.kernel;

/** What was sent is larger than this call takes. Answered as 413; the message says how much would be taken. */
public class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooLarge(String message) {
        super(message);
    }
}
