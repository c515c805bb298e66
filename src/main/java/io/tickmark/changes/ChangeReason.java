package io.tickmark.changes;

/** Why terms are asked to change; a change needs a reasonable justification (AT-C 105). */
enum ChangeReason {
    MISUNDERSTANDING("What was agreed had been misunderstood"),
    READERS_NEEDS("The readers of the report need something else"),
    COMPONENT_ADDED("A part of the system or a service has been added"),
    COMPONENT_REMOVED("A part of the system or a service has been removed"),
    SUBSERVICE_ACCESS_LOST("Access to a subservice organisation has been lost"),
    PERIOD_CHANGED("Another period is needed"),
    OTHER("Another reason");

    private final String label;

    ChangeReason(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
