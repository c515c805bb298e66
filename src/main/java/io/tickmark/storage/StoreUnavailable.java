package io.tickmark.storage;

/**
 * The store is away, full or refuses us; nothing that counts was left behind. Answered as 503. The cause says what
 * happened and is for the log only: it may name folders and hosts.
 */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnavailable(Throwable cause) {
        super("The document store cannot be reached or is full. Nothing was changed; try again in a minute.", cause);
    }
}
