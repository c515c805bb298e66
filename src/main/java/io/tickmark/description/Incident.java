package io.tickmark.description;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
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
import org.jspecify.annotations.Nullable;

/** One incident or significant change of an engagement's register. */
@Entity
class Incident {

    private static final int LONG_TEXT = 1 << 24;
    private static final String BETWEEN = "\n";

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID engagementId;

    @Column(name = "position_no", nullable = false)
    private int position;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private IncidentKind kind;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private LocalDate occurredOn;

    @Column(nullable = false)
    private LocalDate discoveredOn;

    @Column(nullable = false, length = LONG_TEXT)
    private String nature;

    @Column(nullable = false, length = LONG_TEXT)
    private String extent;

    @Column(nullable = false, length = LONG_TEXT)
    private String controls;

    @Column(nullable = false, length = LONG_TEXT)
    private String criteria;

    @Column(nullable = false)
    private boolean fromFailedControls;

    @Column(nullable = false)
    private boolean failedCommitments;

    @Column(nullable = false, length = LONG_TEXT)
    private String disposition;

    @Column(nullable = false)
    private UUID recordedBy;

    @Column(nullable = false)
    private String recorder;

    @Column(nullable = false)
    private Instant recordedAt;

    /** Null tells Spring Data that the row is new: it is inserted at once, without looking for it first. */
    @Version
    private @Nullable Integer version;

    /** For JPA. */
    protected Incident() {}

    Incident(EngagementId engagement, int position, IncidentEntry entry, Actor by, Instant at) {
        this.id = UUID.randomUUID();
        this.engagementId = engagement.value();
        this.position = position;
        this.recordedBy = by.id().value();
        this.recorder = by.name();
        this.recordedAt = at;
        become(entry);
    }

    final void become(IncidentEntry entry) {
        kind = entry.kind();
        title = entry.title();
        occurredOn = entry.occurredOn();
        discoveredOn = entry.discoveredOn();
        nature = entry.nature();
        extent = entry.extent();
        controls = String.join(BETWEEN, entry.controls());
        criteria = String.join(BETWEEN, entry.criteria());
        fromFailedControls = entry.fromFailedControls();
        failedCommitments = entry.failedCommitments();
        disposition = entry.disposition();
    }

    IncidentFacts facts() {
        return new IncidentFacts(
                id,
                "I-" + position,
                kind,
                title,
                occurredOn,
                discoveredOn,
                nature,
                extent,
                list(controls),
                list(criteria),
                fromFailedControls,
                failedCommitments,
                disposition);
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(BETWEEN));
    }

    int position() {
        return position;
    }

    String recorder() {
        return recorder;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /** 0 before it is first changed. */
    int version() {
        return version == null ? 0 : version;
    }
}
