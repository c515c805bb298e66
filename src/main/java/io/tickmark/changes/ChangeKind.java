package io.tickmark.changes;

/** What is asked to change. */
enum ChangeKind {
    SCOPE("Scope"),
    PERIOD("Period"),
    METHOD("Method"),
    TEAM("Team"),
    TERMS("Terms");

    private final String label;

    ChangeKind(String label) {
        this.label = label;
    }

    /** Whether the client says in the scope's own form what changes: a method is a subservice organisation's. */
    boolean changesScope() {
        return this == SCOPE || this == METHOD;
    }

    String label() {
        return label;
    }
}
