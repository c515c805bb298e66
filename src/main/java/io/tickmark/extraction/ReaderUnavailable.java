package io.tickmark.extraction;

/** No document can be read here now. It says nothing about the document: try again later. */
public final class ReaderUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReaderUnavailable(String why, Throwable cause) {
        super(why, cause);
    }

    ReaderUnavailable(String why) {
        super(why);
    }
}
