package io.tickmark.reporting;

import io.tickmark.engagement.AttestationType;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportType;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One report from its first draft on. What is issued is never replaced; it can only be revised or recalled. */
@Entity
class Report {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID engagementId;

    @Column(nullable = false)
    private UUID planId;

    @Column(name = "position_no")
    private int position;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ReportType reportType;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AttestationType attestationType;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ReportState state;

    @Column(nullable = false)
    private String opinion;

    @Column(name = "draft_no")
    private int draft;

    private @Nullable LocalDate reportDate;
    private @Nullable LocalDate letterDate;
    private @Nullable LocalDate assertionDate;
    private @Nullable Instant issuedAt;
    private @Nullable UUID draftDocumentId;
    private @Nullable UUID documentId;
    private @Nullable String sha256;

    /** Null tells Spring Data that the row is new: it is inserted at once, without looking for it first. */
    @Version
    private @Nullable Integer version;

    /** For JPA. */
    protected Report() {}

    Report(EngagementId engagement, int position, ReportPlan plan) {
        this.id = UUID.randomUUID();
        this.engagementId = engagement.value();
        this.planId = plan.id();
        this.position = position;
        this.reportType = plan.reportType();
        this.attestationType = plan.attestationType();
        this.state = ReportState.DRAFT;
        this.opinion = "";
    }

    /** A new draft puts the dates of an earlier one aside. */
    void drafted(String decidedOpinion, UUID document) {
        needDraft();
        opinion = decidedOpinion;
        draft++;
        draftDocumentId = document;
        reportDate = null;
        letterDate = null;
        assertionDate = null;
    }

    void dated(LocalDate date) {
        needDraft();
        reportDate = date;
    }

    void representedOn(LocalDate date) {
        needDraft();
        letterDate = date;
    }

    void assertedOn(LocalDate date) {
        needDraft();
        assertionDate = date;
    }

    void issued(UUID document, String hash, Instant at) {
        needDraft();
        state = ReportState.ISSUED;
        documentId = document;
        sha256 = hash;
        issuedAt = at;
    }

    void revised(UUID document, String hash) {
        needReliedOn();
        state = ReportState.REVISED;
        documentId = document;
        sha256 = hash;
    }

    void recalled() {
        needReliedOn();
        state = ReportState.RECALLED;
    }

    private void needDraft() {
        if (state != ReportState.DRAFT) {
            throw new Conflict("The report is " + state.word() + " and cannot be changed");
        }
    }

    private void needReliedOn() {
        if (state == ReportState.DRAFT || state == ReportState.RECALLED) {
            throw new Conflict("The report is " + state.word() + ": nobody relies on it");
        }
    }

    UUID id() {
        return id;
    }

    UUID plan() {
        return planId;
    }

    int draft() {
        return draft;
    }

    boolean isDraft() {
        return state == ReportState.DRAFT;
    }

    ReportFacts facts() {
        return new ReportFacts(
                id,
                new EngagementId(engagementId),
                planId,
                reportType,
                attestationType,
                state,
                opinion,
                draft,
                reportDate,
                letterDate,
                assertionDate,
                issuedAt,
                Objects.requireNonNull(documentId == null ? draftDocumentId : documentId, "a report has a draft"),
                sha256,
                version == null ? 0 : version);
    }
}
