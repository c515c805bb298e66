package io.tickmark.readiness;

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
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a control, or a criterion without one, falls short; the client finds and closes it before the auditor looks. */
@Entity
class Gap {

    private static final int LONG_TEXT = 1 << 24;

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID engagementId;

    @Column(name = "position_no", nullable = false)
    private int position;

    private @Nullable String controlReference;
    private @Nullable String criterion;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private GapRating rating;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private GapState state;

    @Column(nullable = false, length = LONG_TEXT)
    private String description;

    private boolean underWay;

    @Column(nullable = false, length = LONG_TEXT)
    private String planText = "";

    private @Nullable LocalDate due;
    private @Nullable UUID ownerId;

    @Column(nullable = false, length = LONG_TEXT)
    private String proof = "";

    @Column(nullable = false)
    private Instant foundAt;

    private @Nullable Instant endedAt;

    /** Null tells Spring Data that the row is new: it is inserted at once, without looking for it first. */
    @Version
    private @Nullable Integer version;

    /** For JPA. */
    protected Gap() {}

    Gap(EngagementId engagement, int position, Shortfall shortfall, Instant at) {
        this.id = UUID.randomUUID();
        this.engagementId = engagement.value();
        this.position = position;
        this.controlReference = shortfall.control();
        this.criterion = shortfall.criterion();
        this.rating = shortfall.rating();
        this.description = shortfall.description();
        this.state = GapState.FOUND;
        this.foundAt = at;
    }

    boolean isAbout(Shortfall shortfall) {
        return shortfall.about().equals(controlReference == null ? criterion : controlReference);
    }

    void rate(Shortfall shortfall) {
        rating = shortfall.rating();
        description = shortfall.description();
    }

    int position() {
        return position;
    }

    UUID id() {
        return id;
    }

    boolean isUnderWay() {
        return underWay;
    }

    boolean isOpen() {
        return state.isOpen();
    }

    void begin() {
        underWay = true;
    }

    void plan(String plan, LocalDate until) {
        planText = plan;
        due = until;
        move(GapState.PLANNED);
    }

    void planAgain() {
        move(GapState.FOUND);
    }

    void fixed(PersonId by, List<UUID> documents) {
        ownerId = by.value();
        proof = documents.stream().map(UUID::toString).collect(Collectors.joining(","));
        move(GapState.RETESTING);
    }

    void reopen() {
        move(GapState.FIXING);
    }

    /** Ends it as closed, accepted or withdrawn; what has ended stays as it ended. */
    void end(GapState how, Instant at) {
        if (isOpen()) {
            state = how;
            endedAt = at;
        }
    }

    private void move(GapState next) {
        if (!isOpen()) {
            throw new IllegalStateException("Gap G-" + position + " has ended: it is " + state.label());
        }
        state = next;
    }

    GapFacts facts() {
        return new GapFacts(
                id,
                new EngagementId(engagementId),
                "G-" + position,
                controlReference,
                criterion,
                rating,
                state,
                description,
                planText,
                due,
                ownerId == null ? null : new PersonId(ownerId),
                Stream.of(proof.split(","))
                        .filter(text -> !text.isEmpty())
                        .map(UUID::fromString)
                        .toList(),
                foundAt,
                endedAt);
    }
}
