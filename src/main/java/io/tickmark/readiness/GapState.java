package io.tickmark.readiness;

import java.util.Locale;
import java.util.Set;

/** Where a gap stands between being found and being gone. */
public enum GapState {
    FOUND,
    PLANNED,
    FIXING,
    RETESTING,
    CLOSED,
    ACCEPTED,
    WITHDRAWN,
    /** Still open when the file was locked: next year's readiness begins with it. */
    CARRIED_FORWARD;

    static final Set<GapState> OPEN = Set.of(FOUND, PLANNED, FIXING, RETESTING);

    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
