package io.tickmark.modeling;

import java.util.Locale;

/** Where a release is. Only a waiting one can be decided, and only one is live. */
enum ReleaseState {
    WAITING("waits"),
    LIVE("is live"),
    /** It was live until another one was. */
    REPLACED("was live and is replaced"),
    REJECTED("was rejected"),
    WITHDRAWN("was withdrawn"),
    /** It was submitted again, as another release, before it was decided. */
    SUPERSEDED("was submitted again as another release");

    private final String said;

    ReleaseState(String said) {
        this.said = said;
    }

    /** As part of a sentence about a release. */
    String said() {
        return said;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
