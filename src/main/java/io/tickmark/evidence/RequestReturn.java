package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** That a request's evidence was sent back once, by whom and why; it is never changed. */
@Entity
class RequestReturn {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID requestId;

    @Column(name = "seq_no")
    private int sequence;

    @Column(nullable = false)
    private Instant returnedAt;

    @Column(nullable = false)
    private UUID returnedBy;

    @Column(nullable = false)
    private String returner;

    private boolean internal;

    @Column(nullable = false)
    private String reason;

    @Column(nullable = false, length = 1 << 24)
    private String note;

    /** For JPA. */
    protected RequestReturn() {}

    /**
     * @param internal whether the client's own review returned it, which is not for the auditor to read
     * @param reason one of the form's ready-made reasons, or {@code internal}
     */
    RequestReturn(UUID request, int sequence, Actor by, Instant at, boolean internal, String reason, String note) {
        this.id = UUID.randomUUID();
        this.requestId = request;
        this.sequence = sequence;
        this.returnedAt = at;
        this.returnedBy = by.id().value();
        this.returner = by.name();
        this.internal = internal;
        this.reason = reason;
        this.note = note;
    }

    UUID request() {
        return requestId;
    }

    boolean isInternal() {
        return internal;
    }

    String reason() {
        return reason;
    }

    Reason answer() {
        return new Reason(reason, note, returner, returnedAt);
    }

    /** The reason in words and the note, as the person reads it who is asked again. */
    String inWords() {
        String known =
                switch (reason) {
                    case "wrong-period" -> "It is for another period";
                    case "wrong-system" -> "It is from another system";
                    case "incomplete" -> "Something is missing";
                    case "unreadable" -> "It cannot be opened or read";
                    default -> "";
                };
        return known.isEmpty() ? note : known + ": " + note;
    }

    /** As the API answers it. */
    record Reason(String reason, String note, String by, Instant at) {}
}
