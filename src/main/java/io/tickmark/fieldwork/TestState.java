package io.tickmark.fieldwork;

import java.util.Locale;

/** Where the test of a control stands. */
public enum TestState {
    /** Not begun: evidence of the control is still expected. */
    PLANNED,
    OPEN,
    PREPARED,
    RETURNED,
    REVIEWED,
    CLOSED,
    /** Ended with the engagement, before it was closed. */
    WITHDRAWN;

    /** Nothing more is expected of anybody. */
    public boolean isEnded() {
        return this == CLOSED || this == WITHDRAWN;
    }

    /** As the API says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
