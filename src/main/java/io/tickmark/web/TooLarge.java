package io.tickmark.web;

/** The body is larger than this call takes. Answered as 413. */
final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooLarge(long mostBytes) {
        super("The body may hold at most " + mostBytes + " bytes; files go to the upload of a request or task.");
    }
}
