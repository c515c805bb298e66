package io.tickmark.evidence;

/** Who may see a document, besides the person who uploaded it. */
public enum Audience {
    /** The audit firm's people who see the engagement: workpapers. */
    FIRM,
    /** Also those who lead the engagement at the client. */
    LEADS,
    /** Whoever sees the request that it answers. */
    REQUEST
}
