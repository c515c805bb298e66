package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One audit of one client: the row that everything else of the engagement refers to. */
@Entity
class Engagement {

    private static final List<String> ORDER =
            List.of("proposal", "scoping", "readiness", "remediation", "fieldwork", "reporting", "issued", "closed");

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID clientId;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private String phase;

    private boolean suspended;

    private @Nullable LocalDate neededBy;

    @Column(nullable = false)
    private String bundle;

    private @Nullable UUID previousId;
    private @Nullable UUID nextId;

    @Column(nullable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private UUID createdBy;

    /** Null tells Spring Data that the row is new: it is inserted at once, without looking for it first. */
    @Version
    private @Nullable Integer version;

    /** For JPA. */
    protected Engagement() {}

    Engagement(
            EngagementId id,
            ClientId client,
            String title,
            @Nullable LocalDate neededBy,
            @Nullable EngagementId previous,
            Actor by,
            Instant at) {
        this.id = id.value();
        this.clientId = client.value();
        this.title = title;
        this.phase = "proposal";
        this.neededBy = neededBy;
        this.bundle = "";
        this.previousId = previous == null ? null : previous.value();
        this.createdAt = at;
        this.createdBy = by.id().value();
    }

    void runsOn(String bundle) {
        this.bundle = bundle;
    }

    void renewedBy(EngagementId next) {
        this.nextId = next.value();
    }

    /**
     * Preparation runs beside the audit, so readiness and remediation never pull the phase back; fieldwork may, since
     * reporting can send work back to it. What has ended stays ended.
     */
    void enter(String next) {
        boolean preparation = next.equals("readiness") || next.equals("remediation");
        if (preparation && ORDER.indexOf(phase) > ORDER.indexOf(next)) {
            return;
        }
        phase = next;
    }

    void needBy(LocalDate day) {
        neededBy = day;
    }

    void suspend() {
        suspended = true;
    }

    void resume() {
        suspended = false;
    }

    boolean isSuspended() {
        return suspended;
    }

    boolean hasEnded() {
        return List.of("closed", "declined").contains(phase);
    }

    /** 0 before it is first changed. */
    int version() {
        return version == null ? 0 : version;
    }

    boolean isWithdrawn() {
        return phase.equals("withdrawn");
    }

    String phase() {
        return suspended ? "suspended" : phase;
    }

    EngagementFacts facts(List<ReportPlan> reports) {
        return new EngagementFacts(
                new EngagementId(id),
                new ClientId(clientId),
                title,
                phase(),
                neededBy,
                bundle,
                reports,
                previousId == null ? null : new EngagementId(previousId),
                nextId == null ? null : new EngagementId(nextId),
                LocalDate.ofInstant(createdAt, ZoneOffset.UTC),
                version());
    }
}
