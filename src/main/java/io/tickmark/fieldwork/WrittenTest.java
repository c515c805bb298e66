package io.tickmark.fieldwork;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** The workpaper's texts and figures, as columns of the test. */
@Embeddable
class WrittenTest {

    static final int LONG_TEXT = 1 << 24;

    @Column(length = LONG_TEXT)
    @Nullable
    String inquiry;

    @Column(name = "test_procedure")
    @Nullable
    String procedure;

    @Column(length = LONG_TEXT)
    @Nullable
    String performed;

    @Nullable
    Integer itemsTested;

    @Nullable
    Integer itemsFailed;

    @Enumerated(EnumType.STRING)
    @Nullable
    Conclusion conclusion;

    @Column(length = LONG_TEXT)
    @Nullable
    String failedAttribute;

    @Column(length = LONG_TEXT)
    @Nullable
    String cause;

    @Nullable
    String extent;

    @Column(length = LONG_TEXT)
    @Nullable
    String nilProof;

    /** For JPA, and for a test that nobody has written up yet. */
    protected WrittenTest() {}

    WrittenTest(Workpaper paper) {
        this.inquiry = paper.inquiry();
        this.procedure = paper.procedure();
        this.performed = paper.performed();
        this.itemsTested = paper.itemsTested();
        this.itemsFailed = paper.itemsFailed();
        this.conclusion = paper.conclusion();
        this.failedAttribute = paper.failedAttribute();
        this.cause = paper.cause();
        this.extent = paper.extent();
        this.nilProof = paper.nilProof();
    }
}
