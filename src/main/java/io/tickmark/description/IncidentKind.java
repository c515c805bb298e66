package io.tickmark.description;

/** What stands in the register: what went wrong, and what changed in a way that readers need to know of. */
public enum IncidentKind {
    INCIDENT,
    SIGNIFICANT_CHANGE;

    /** As people say it. */
    public String word() {
        return this == INCIDENT ? "incident" : "significant change";
    }
}
