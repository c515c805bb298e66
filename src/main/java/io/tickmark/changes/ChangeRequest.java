package io.tickmark.changes;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change that was asked for, from the asking to its end. */
@Entity
class ChangeRequest {

    private static final int LONG_TEXT = 1 << 24;

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID engagementId;

    @Column(name = "position_no", nullable = false)
    private int position;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private ChangeReason reasonCode;

    @Column(nullable = false, length = LONG_TEXT)
    private String description;

    private @Nullable LocalDate formerPeriodEnd;
    private @Nullable LocalDate newPeriodEnd;

    /** As {@link NewTeam#text} says. */
    @Column(length = LONG_TEXT)
    private @Nullable String newTeam;

    private @Nullable LocalDate neededBy;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private ChangeState state;

    @Column(nullable = false)
    private UUID askedBy;

    @Column(nullable = false)
    private Instant askedAt;

    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;

    @Column(length = LONG_TEXT)
    private @Nullable String decisionReason;

    private @Nullable Instant endedAt;

    /** Null tells Spring Data that the row is new: it is inserted at once, without looking for it first. */
    @Version
    private @Nullable Integer version;

    /** For JPA. */
    protected ChangeRequest() {}

    /** @param formerPeriodEnd for a change of period, the end it has now */
    ChangeRequest(
            EngagementId engagement,
            int position,
            NewChange change,
            @Nullable LocalDate formerPeriodEnd,
            Actor by,
            Instant at) {
        this.id = UUID.randomUUID();
        this.engagementId = engagement.value();
        this.position = position;
        this.kind = change.kind();
        this.reasonCode = change.reasonCode();
        this.description = change.description();
        this.formerPeriodEnd = formerPeriodEnd;
        this.newPeriodEnd = change.newPeriodEnd();
        this.newTeam = change.team().text();
        this.neededBy = change.neededBy();
        this.state = ChangeState.ASKED;
        this.askedBy = by.id().value();
        this.askedAt = at;
    }

    /** Keeps the partner's decision; a refusal takes effect with {@link #refused}. */
    void decided(Actor by, boolean approved, String reason, Instant at) {
        decidedBy = by.id().value();
        decidedAt = at;
        decisionReason = reason;
        if (approved) {
            move(ChangeState.APPROVED);
        }
    }

    void refused(Instant at) {
        end(ChangeState.REFUSED, at);
    }

    void applied(Instant at) {
        end(ChangeState.APPLIED, at);
    }

    void withdrawn(Instant at) {
        end(ChangeState.WITHDRAWN, at);
    }

    private void end(ChangeState how, Instant at) {
        move(how);
        endedAt = at;
    }

    private void move(ChangeState next) {
        if (!state.isOpen()) {
            throw new IllegalStateException("The change " + reference() + " has ended: it is " + state.word());
        }
        state = next;
    }

    UUID id() {
        return id;
    }

    EngagementId engagement() {
        return new EngagementId(engagementId);
    }

    /** How people know it within the engagement. */
    String reference() {
        return "C-" + position;
    }

    int position() {
        return position;
    }

    ChangeKind kind() {
        return kind;
    }

    ChangeReason reasonCode() {
        return reasonCode;
    }

    String description() {
        return description;
    }

    @Nullable
    LocalDate formerPeriodEnd() {
        return formerPeriodEnd;
    }

    @Nullable
    LocalDate newPeriodEnd() {
        return newPeriodEnd;
    }

    NewTeam team() {
        return NewTeam.of(newTeam);
    }

    @Nullable
    LocalDate neededBy() {
        return neededBy;
    }

    ChangeState state() {
        return state;
    }

    PersonId askedBy() {
        return new PersonId(askedBy);
    }

    Instant askedAt() {
        return askedAt;
    }

    @Nullable
    PersonId decidedBy() {
        return decidedBy == null ? null : new PersonId(decidedBy);
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    String decisionReason() {
        return decisionReason;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
