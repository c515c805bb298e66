package io.tickmark.evidence;

import java.util.Locale;

/** Which side a document comes from: an auditor's observation is no evidence that the client gave. */
public enum MadeBy {
    CLIENT,
    AUDITOR,
    APPLICATION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
