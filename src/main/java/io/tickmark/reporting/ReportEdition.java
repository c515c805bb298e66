package io.tickmark.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One text of a report as it was put before its readers: a draft, or the report itself. Never changed. */
@Entity
class ReportEdition {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID reportId;

    @Column(name = "edition_no")
    private int number;

    @Column(name = "draft_no")
    private @Nullable Integer draft;

    private boolean revision;

    @Column(nullable = false)
    private String opinion;

    @Column(nullable = false)
    private UUID documentId;

    @Column(nullable = false)
    private String sha256;

    @Column(nullable = false)
    private Instant madeAt;

    /** For JPA. */
    protected ReportEdition() {}

    /**
     * @param draft the draft's number, or null for the report itself
     * @param revision whether it replaces a report that was issued
     */
    ReportEdition(
            UUID report,
            int number,
            @Nullable Integer draft,
            boolean revision,
            String opinion,
            UUID document,
            String sha256,
            Instant at) {
        this.revision = revision;
        this.id = UUID.randomUUID();
        this.reportId = report;
        this.number = number;
        this.draft = draft;
        this.opinion = opinion;
        this.documentId = document;
        this.sha256 = sha256;
        this.madeAt = at;
    }

    /**
     * As the API says it.
     *
     * @param version from 1, drafts and the issued report together
     * @param draft the draft's number, or null for the issued report
     * @param document where its bytes are
     */
    record Answer(
            int version,
            @Nullable Integer draft,
            String state,
            String opinion,
            UUID document,
            String sha256,
            Instant madeAt) {}

    UUID id() {
        return id;
    }

    private String state() {
        return draft != null ? "draft" : revision ? "revised" : "issued";
    }

    Answer answer() {
        return new Answer(number, draft, state(), opinion, documentId, sha256, madeAt);
    }
}
