package io.tickmark.fieldwork;

import static io.tickmark.fieldwork.DeviationState.ANSWERED;
import static io.tickmark.fieldwork.DeviationState.EVALUATED;
import static io.tickmark.fieldwork.DeviationState.FOUND;

import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A control that did not always operate, as a reviewed test found it; it stays, whatever later tests show. */
@Entity
class Deviation {

    static final String NOT_MET = "criterion-not-met";

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID engagementId;

    @Column(name = "number_no", nullable = false)
    private int number;

    @Column(nullable = false)
    private UUID testId;

    @Column(nullable = false)
    private String controlRef;

    @Column(nullable = false)
    private String controlTitle;

    @Column(nullable = false)
    private String criteria;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private DeviationState state;

    @Column(nullable = false, length = WrittenTest.LONG_TEXT)
    private String failedAttribute;

    private int itemsTested;
    private int itemsFailed;

    @Column(nullable = false, length = WrittenTest.LONG_TEXT)
    private String cause;

    @Column(nullable = false)
    private String extent;

    private @Nullable String effect;

    @Column(length = WrittenTest.LONG_TEXT)
    private @Nullable String compensating;

    @Column(length = WrittenTest.LONG_TEXT)
    private @Nullable String evaluation;

    @Column(length = WrittenTest.LONG_TEXT)
    private @Nullable String managementResponse;

    @Column(length = WrittenTest.LONG_TEXT)
    private @Nullable String correctiveAction;

    private @Nullable LocalDate correctiveDue;

    /** Null tells Spring Data that the row is new: it is inserted at once, without looking for it first. */
    @Version
    private @Nullable Integer version;

    /** For JPA. */
    protected Deviation() {}

    Deviation(EngagementId engagement, int number, ControlTestFacts test, List<String> criteria) {
        this.id = UUID.randomUUID();
        this.engagementId = engagement.value();
        this.number = number;
        this.testId = test.id();
        this.controlRef = test.control();
        this.controlTitle = test.title();
        this.criteria = String.join(";", criteria);
        this.state = FOUND;
        this.failedAttribute = Objects.requireNonNullElse(test.failedAttribute(), "");
        this.itemsTested = Objects.requireNonNullElse(test.itemsTested(), 0);
        this.itemsFailed = Objects.requireNonNullElse(test.itemsFailed(), 0);
        this.cause = Objects.requireNonNullElse(test.cause(), "");
        this.extent = Objects.requireNonNullElse(test.extent(), "");
    }

    void evaluate(String effect, String compensating, String evaluation) {
        from(FOUND);
        state = EVALUATED;
        this.effect = effect;
        this.compensating = compensating;
        this.evaluation = evaluation;
    }

    void answer(String response, String action, @Nullable LocalDate due) {
        from(EVALUATED);
        state = ANSWERED;
        managementResponse = response;
        correctiveAction = action;
        correctiveDue = due;
    }

    private void from(DeviationState expected) {
        if (state != expected) {
            throw new Conflict("Deviation " + reference() + " is " + state.word() + " already");
        }
    }

    UUID id() {
        return id;
    }

    int number() {
        return number;
    }

    String reference() {
        return "D-" + number;
    }

    DeviationFacts facts() {
        return new DeviationFacts(
                id,
                reference(),
                testId,
                controlRef,
                controlTitle,
                criteria.isEmpty() ? List.of() : List.of(criteria.split(";")),
                state,
                failedAttribute,
                itemsTested,
                itemsFailed,
                cause,
                extent,
                effect,
                compensating,
                evaluation,
                managementResponse,
                correctiveAction,
                correctiveDue);
    }
}
