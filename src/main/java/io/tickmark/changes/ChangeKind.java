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

    String label() {
        return label;
    }
}
