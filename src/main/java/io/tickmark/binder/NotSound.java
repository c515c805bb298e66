package io.tickmark.binder;

/** Something in a binder is not as it was; the message names it. */
final class NotSound extends Exception {

    private static final long serialVersionUID = 1;

    NotSound(String message) {
        super(message);
    }
}
