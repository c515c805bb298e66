package io.tickmark.modeling;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One set of changes to the models, from its submission to its end. What it changes never changes afterwards. */
@Entity
@Table(name = "model_release")
class Release {

    private static final int LONG_TEXT = 1 << 24;

    @Id
    private UUID id;

    @Column(name = "release_no", nullable = false)
    private int number;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private ReleaseState state;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private ReleaseOrigin origin;

    @Column(length = LONG_TEXT)
    private @Nullable String note;

    private @Nullable UUID cameFrom;

    @Column(nullable = false)
    private String product;

    private @Nullable String baseBundle;
    private @Nullable String bundleId;
    private @Nullable String submittedBy;

    @Column(nullable = false)
    private String submittedByName;

    @Column(nullable = false)
    private Instant submittedAt;

    private @Nullable String decidedBy;
    private @Nullable String decidedByName;
    private @Nullable Instant decidedAt;

    @Column(length = LONG_TEXT)
    private @Nullable String reason;

    @Column(nullable = false, length = LONG_TEXT)
    private String findings;

    @Version
    private @Nullable Integer version;

    /** For JPA. */
    protected Release() {}

    /**
     * @param by null for the product
     * @param findings as JSON
     */
    Release(int number, Draft draft, @Nullable Actor by, String findings, Instant at) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.state = ReleaseState.WAITING;
        this.origin = by == null ? ReleaseOrigin.PRODUCT : ReleaseOrigin.OWNER;
        this.note = draft.note();
        this.cameFrom = draft.cameFrom();
        this.product = draft.product();
        this.baseBundle = draft.baseBundle();
        this.submittedBy = by == null ? null : by.username();
        this.submittedByName = by == null ? "Tickmark" : by.name();
        this.submittedAt = at;
        this.findings = findings;
    }

    /** It went live as this bundle; nobody decided it when the product replaced its own models. */
    void wentLive(String bundle, @Nullable Actor by, Instant at) {
        mustWait();
        state = ReleaseState.LIVE;
        bundleId = bundle;
        decided(by, at);
    }

    void replaced() {
        state = ReleaseState.REPLACED;
    }

    void rejected(Actor by, String why, Instant at) {
        mustWait();
        state = ReleaseState.REJECTED;
        reason = why;
        decided(by, at);
    }

    void withdrawn(Actor by, Instant at) {
        mustWait();
        state = ReleaseState.WITHDRAWN;
        decided(by, at);
    }

    void superseded() {
        mustWait();
        state = ReleaseState.SUPERSEDED;
    }

    /** Throws {@link Conflict} that says where it is. */
    void mustWait() {
        if (state != ReleaseState.WAITING) {
            throw new Conflict("Release " + number + " does not wait for a decision: it " + state.said() + ".");
        }
    }

    private void decided(@Nullable Actor by, Instant at) {
        decidedBy = by == null ? null : by.username();
        decidedByName = by == null ? null : by.name();
        decidedAt = at;
    }

    boolean waits() {
        return state == ReleaseState.WAITING;
    }

    boolean submittedBy(Actor actor) {
        return actor.username().equals(submittedBy);
    }

    UUID id() {
        return id;
    }

    int number() {
        return number;
    }

    ReleaseState state() {
        return state;
    }

    ReleaseOrigin origin() {
        return origin;
    }

    @Nullable
    String note() {
        return note;
    }

    /** The earlier release that this one submits again, or the product's that it takes up. */
    @Nullable
    UUID cameFrom() {
        return cameFrom;
    }

    /** The fingerprint of the product's models that this release holds or was merged with. */
    String product() {
        return product;
    }

    /** The bundle that was live when it was submitted; null for the very first. */
    @Nullable
    String baseBundle() {
        return baseBundle;
    }

    /** What it was deployed as; null until it goes live. */
    @Nullable
    String bundle() {
        return bundleId;
    }

    /** A username, or null for the product. */
    @Nullable
    String submitter() {
        return submittedBy;
    }

    String submitterName() {
        return submittedByName;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    String decider() {
        return decidedBy;
    }

    @Nullable
    String deciderName() {
        return decidedByName;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    String findings() {
        return findings;
    }
}
