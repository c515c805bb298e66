package io.tickmark.fieldwork;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deviation as other modules see it.
 *
 * @param reference how people know it within the engagement, such as {@code D-1}
 * @param test the test that found it
 * @param criteria ids of the criteria that the control serves
 * @param extent {@code isolated} or {@code systematic}
 * @param effect {@code criterion-met} or {@code criterion-not-met}; null until it is evaluated
 * @param managementResponse in the client's own words, not examined by the auditor; null until given
 */
public record DeviationFacts(
        UUID id,
        String reference,
        UUID test,
        String control,
        String controlTitle,
        List<String> criteria,
        DeviationState state,
        String failedAttribute,
        int itemsTested,
        int itemsFailed,
        String cause,
        String extent,
        @Nullable String effect,
        @Nullable String compensatingControls,
        @Nullable String evaluation,
        @Nullable String managementResponse,
        @Nullable String correctiveAction,
        @Nullable LocalDate correctiveDue) {

    public DeviationFacts {
        criteria = List.copyOf(criteria);
    }

    /** Whether the manager concluded that a criterion is not met because of it. */
    public boolean leavesCriterionUnmet() {
        return Deviation.NOT_MET.equals(effect);
    }
}
