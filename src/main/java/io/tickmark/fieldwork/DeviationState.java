package io.tickmark.fieldwork;

import java.util.Locale;

/** Where a deviation stands. */
public enum DeviationState {
    FOUND,
    /** Weighed by the manager; from now on the client knows of it and is asked for its response. */
    EVALUATED,
    ANSWERED;

    /** As the API says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
