package io.tickmark.evidence;

import java.util.Collection;
import java.util.Locale;

/** Where a request stands, as the people see it who wait for it. */
public enum RequestState {
    /** Not asked yet: sample items wait for their population. */
    DRAFT,
    OPEN,
    IN_PROGRESS,
    CLIENT_REVIEW,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    WITHDRAWN;

    /** Nothing more is expected of anybody. */
    public boolean isClosed() {
        return this == ACCEPTED || this == WITHDRAWN;
    }

    /** The evidence is with its owner, who may still add to it. */
    boolean isWithOwner() {
        return this == OPEN || this == IN_PROGRESS || this == RETURNED;
    }

    /**
     * Whether it was accepted, and two people took out since what it was accepted for.
     *
     * @param files states of all the request's documents
     */
    boolean lacksEvidence(Collection<DocumentState> files) {
        return this == ACCEPTED && files.contains(DocumentState.PURGED) && !files.contains(DocumentState.ACCEPTED);
    }

    /** As the API says it: {@code client_review}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
