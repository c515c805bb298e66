package io.tickmark.workflow;

import java.util.Locale;

/** What a file of a bundle is. */
public enum ModelKind {
    PROCESS,
    DECISION,
    FORM;

    /** As the API says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ModelKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
