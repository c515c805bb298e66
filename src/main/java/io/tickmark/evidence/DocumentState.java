package io.tickmark.evidence;

import java.util.Locale;

/** What has become of a document. */
public enum DocumentState {
    RECEIVED,
    READ,
    UNREADABLE,
    QUARANTINED,
    ACCEPTED,
    RETURNED,
    PURGED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
