package io.tickmark.modelcheck;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The findings on one file; the collection that they go to tells which are said already. */
record Notes(String file, Origin origin, Collection<ModelFinding> findings) {

    void error(@Nullable String element, String message) {
        add(element, Severity.ERROR, message);
    }

    void warning(@Nullable String element, String message) {
        add(element, Severity.WARNING, message);
    }

    /** Names and looks: an error in our own models, a warning in an owner's. */
    void style(@Nullable String element, String message) {
        add(element, origin == Origin.PRODUCT ? Severity.ERROR : Severity.WARNING, message);
    }

    void error(boolean holds, @Nullable String element, String message) {
        if (!holds) {
            error(element, message);
        }
    }

    void style(boolean holds, @Nullable String element, String message) {
        if (!holds) {
            style(element, message);
        }
    }

    private void add(@Nullable String element, Severity severity, String message) {
        findings.add(new ModelFinding(file, element, severity, message));
    }
}
