package io.tickmark.fieldwork;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deviation as the API answers it; how the auditor weighs it stays with the firm. */
record FindingAnswer(
        UUID id,
        String reference,
        String state,
        String control,
        String controlTitle,
        List<String> criteria,
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

    static FindingAnswer of(DeviationFacts deviation, boolean forTheFirm) {
        return new FindingAnswer(
                deviation.id(),
                deviation.reference(),
                deviation.state().word(),
                deviation.control(),
                deviation.controlTitle(),
                deviation.criteria(),
                deviation.failedAttribute(),
                deviation.itemsTested(),
                deviation.itemsFailed(),
                deviation.cause(),
                deviation.extent(),
                forTheFirm ? deviation.effect() : null,
                forTheFirm ? deviation.compensatingControls() : null,
                forTheFirm ? deviation.evaluation() : null,
                deviation.managementResponse(),
                deviation.correctiveAction(),
                deviation.correctiveDue());
    }
}
