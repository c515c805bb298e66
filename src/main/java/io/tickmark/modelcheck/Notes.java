package io.tickmark.modelcheck;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The findings on one file. */
record Notes(String file, Origin origin, List<ModelFinding> findings) {

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
        var finding = new ModelFinding(file, element, severity, message);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
