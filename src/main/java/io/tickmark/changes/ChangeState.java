package io.tickmark.changes;

import java.util.List;
import java.util.Locale;

/** How far a change has come. */
enum ChangeState {
    ASKED,
    /** By the partner; the client has still to agree to the amended letter. */
    APPROVED,
    REFUSED,
    APPLIED,
    /** Overtaken: the engagement ended, or the report was signed before the letter was agreed. */
    WITHDRAWN;

    static final List<ChangeState> OPEN = List.of(ASKED, APPROVED);

    boolean isOpen() {
        return OPEN.contains(this);
    }

    /** As the API says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
