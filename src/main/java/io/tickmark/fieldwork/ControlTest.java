package io.tickmark.fieldwork;

import static io.tickmark.fieldwork.TestState.CLOSED;
import static io.tickmark.fieldwork.TestState.OPEN;
import static io.tickmark.fieldwork.TestState.PLANNED;
import static io.tickmark.fieldwork.TestState.PREPARED;
import static io.tickmark.fieldwork.TestState.RETURNED;
import static io.tickmark.fieldwork.TestState.REVIEWED;
import static io.tickmark.fieldwork.TestState.WITHDRAWN;

import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** One round of testing one control, from the plan to the reviewed and closed workpaper. */
@Entity
class ControlTest {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID engagementId;

    @Column(nullable = false)
    private String controlRef;

    @Column(nullable = false)
    private String controlTitle;

    @Column(name = "position_no", nullable = false)
    private int position;

    @Column(name = "round_no", nullable = false)
    private int round;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private TestState state;

    private @Nullable Integer population;

    @Embedded
    private @Nullable WrittenTest written;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "test_evidence", joinColumns = @JoinColumn(name = "test_id"))
    @OrderColumn(name = "position_no")
    private List<CitedDocument> evidence = new ArrayList<>();

    private @Nullable UUID preparedBy;
    private @Nullable Instant preparedAt;
    private @Nullable UUID reviewedBy;
    private @Nullable Instant reviewedAt;

    @Column(length = WrittenTest.LONG_TEXT)
    private @Nullable String reviewNote;

    @SuppressWarnings("UnusedVariable") // kept for who asks the database
    private @Nullable Instant closedAt;

    /** Null tells Spring Data that the row is new: it is inserted at once, without looking for it first. */
    @Version
    private @Nullable Integer version;

    /** For JPA. */
    protected ControlTest() {}

    ControlTest(EngagementId engagement, String control, String title, int position) {
        this.id = UUID.randomUUID();
        this.engagementId = engagement.value();
        this.controlRef = control;
        this.controlTitle = title;
        this.position = position;
        this.round = 1;
        this.state = PLANNED;
    }

    /** Another round on the same population and sample; this one stays as it was closed. */
    ControlTest again() {
        from(CLOSED);
        ControlTest next = new ControlTest(engagement(), controlRef, controlTitle, position);
        next.round = round + 1;
        next.population = population;
        return next;
    }

    void begin() {
        from(PLANNED);
        state = OPEN;
    }

    /** So many occurrences the accepted populations count together. */
    void occurred(int count) {
        population = count;
    }

    void prepare(Workpaper workpaper, List<CitedDocument> cited, PersonId by, Instant at) {
        from(OPEN, RETURNED);
        state = PREPARED;
        written = new WrittenTest(workpaper);
        if (workpaper.conclusion() == Conclusion.NO_OCCURRENCE && population == null) {
            population = 0;
        }
        evidence.clear();
        evidence.addAll(cited);
        preparedBy = by.value();
        preparedAt = at;
    }

    void approve(PersonId by, Instant at) {
        from(PREPARED);
        state = REVIEWED;
        reviewed(by, at, null);
    }

    void returnToPreparer(String note, PersonId by, Instant at) {
        from(PREPARED);
        state = RETURNED;
        reviewed(by, at, note);
    }

    private void reviewed(PersonId by, Instant at, @Nullable String note) {
        reviewedBy = by.value();
        reviewedAt = at;
        reviewNote = note;
    }

    void close(Instant at) {
        from(REVIEWED);
        state = CLOSED;
        closedAt = at;
    }

    void withdraw(Instant at) {
        if (!state.isEnded()) {
            state = WITHDRAWN;
            closedAt = at;
        }
    }

    private void from(TestState first, TestState... others) {
        if (!EnumSet.of(first, others).contains(state)) {
            throw new Conflict("The test of " + controlRef + " is " + state.word() + " already");
        }
    }

    /** What its workpaper rests on; empty before it is written. */
    List<UUID> cited() {
        return evidence.stream().map(CitedDocument::document).toList();
    }

    boolean cites(UUID document) {
        return cited().contains(document);
    }

    /** Whether a conclusion stands, reviewed or not. */
    boolean isConcluded() {
        return state == PREPARED || state == REVIEWED || state == CLOSED;
    }

    /** What it came to, for who reads workpapers. */
    String inWords() {
        Conclusion conclusion = written == null ? null : written.conclusion;
        return "Workpaper of " + label() + (round == 1 ? "" : ", round " + round) + ": " + state.word()
                + (conclusion == null ? "" : ", " + conclusion.word().replace('-', ' '));
    }

    UUID id() {
        return id;
    }

    EngagementId engagement() {
        return new EngagementId(engagementId);
    }

    String control() {
        return controlRef;
    }

    String label() {
        return controlRef + " " + controlTitle;
    }

    String title() {
        return controlTitle;
    }

    int position() {
        return position;
    }

    int round() {
        return round;
    }

    TestState state() {
        return state;
    }

    @Nullable
    Integer population() {
        return population;
    }

    @Nullable
    PersonId preparedBy() {
        return preparedBy == null ? null : new PersonId(preparedBy);
    }

    /** @param samples all of the control */
    ControlTestFacts facts(List<SampleFacts> samples) {
        WrittenTest paper = written == null ? new WrittenTest() : written;
        return new ControlTestFacts(
                id,
                controlRef,
                controlTitle,
                position,
                round,
                state,
                population,
                SampleFacts.ofRound(samples, round),
                paper.inquiry,
                paper.procedure,
                paper.performed,
                paper.itemsTested,
                paper.itemsFailed,
                paper.conclusion,
                paper.failedAttribute,
                paper.cause,
                paper.extent,
                paper.nilProof,
                preparedBy(),
                preparedAt,
                reviewedBy == null ? null : new PersonId(reviewedBy),
                reviewedAt,
                reviewNote,
                evidence,
                version == null ? 0 : version);
    }
}
