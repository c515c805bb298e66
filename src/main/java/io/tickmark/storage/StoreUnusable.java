package io.tickmark.storage;

import org.jspecify.annotations.Nullable;

/** The store cannot be used as it is set up. Its message is all that an administrator needs to read. */
class StoreUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnusable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
