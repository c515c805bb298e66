package io.tickmark.trail;

/** Text that is no entry, header or JSON at all; the message completes the sentence "It …". */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
