package io.tickmark.modeling;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a release does to a file of its base. */
enum ChangeKind {
    ADDED,
    CHANGED,
    REMOVED,
    /** The product changed it and the firm too: the firm's text stays until an owner decides. */
    CONFLICT;

    static ChangeKind between(byte @Nullable [] before, byte @Nullable [] after) {
        if (before == null) {
            return ADDED;
        }
        return after == null ? REMOVED : CHANGED;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
