package io.tickmark.reporting;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts that came to light after a report was issued, and that might have changed it (AT-C 205). */
@Entity
class DiscoveredFacts {

    private static final int LONG_TEXT = 1 << 24;

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID engagementId;

    @Column(nullable = false)
    private UUID reportId;

    @Column(nullable = false)
    private LocalDate foundOn;

    @Column(nullable = false, length = LONG_TEXT)
    private String description;

    @Column(nullable = false)
    private String reportedBy;

    @Column(nullable = false)
    private Instant reportedAt;

    @Column(name = "action_word")
    private @Nullable String action;

    /** Null tells Spring Data that the row is new: it is inserted at once, without looking for it first. */
    @Version
    private @Nullable Integer version;

    /** For JPA. */
    protected DiscoveredFacts() {}

    DiscoveredFacts(ReportFacts report, LocalDate foundOn, String description, Actor by, Instant at) {
        this.id = UUID.randomUUID();
        this.engagementId = report.engagement().value();
        this.reportId = report.id();
        this.foundOn = foundOn;
        this.description = description;
        this.reportedBy = by.name();
        this.reportedAt = at;
    }

    /** @param word {@code none}, {@code revise} or {@code recall} */
    void assessed(String word) {
        action = word;
    }

    UUID id() {
        return id;
    }

    EngagementId engagement() {
        return new EngagementId(engagementId);
    }

    UUID report() {
        return reportId;
    }

    LocalDate foundOn() {
        return foundOn;
    }

    @Nullable
    String action() {
        return action;
    }

    /** @param action what the partner decided; null until then */
    record Answer(
            UUID id,
            UUID report,
            LocalDate foundOn,
            String description,
            String reportedBy,
            Instant reportedAt,
            @Nullable String action) {}

    Answer answer() {
        return new Answer(id, reportId, foundOn, description, reportedBy, reportedAt, action);
    }
}
