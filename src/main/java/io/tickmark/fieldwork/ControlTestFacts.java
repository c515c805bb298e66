package io.tickmark.fieldwork;

import io.tickmark.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The test of one control as other modules see it. What the workpaper says is null until it is prepared.
 *
 * @param control the control's reference
 * @param position of the control in the scope, from 0
 * @param round 1, or more where further work was asked for
 * @param population occurrences in the period: 0 for a nil population, null where none was asked for or accepted
 * @param samples what was drawn from the accepted populations, one for each, for this round; empty where there is nothing to draw from
 * @param procedure {@code inspection}, {@code reperformance} or {@code observation}
 * @param extent {@code isolated} or {@code systematic}, for a deviation
 * @param evidence what the workpaper rests on, in the order of the requests, the auditor's own papers last
 */
public record ControlTestFacts(
        UUID id,
        String control,
        String title,
        int position,
        int round,
        TestState state,
        @Nullable Integer population,
        List<SampleFacts> samples,
        @Nullable String inquiry,
        @Nullable String procedure,
        @Nullable String performed,
        @Nullable Integer itemsTested,
        @Nullable Integer itemsFailed,
        @Nullable Conclusion conclusion,
        @Nullable String failedAttribute,
        @Nullable String cause,
        @Nullable String extent,
        @Nullable String nilProof,
        @Nullable PersonId preparedBy,
        @Nullable Instant preparedAt,
        @Nullable PersonId reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable String reviewNote,
        List<CitedDocument> evidence,
        int version) {

    public ControlTestFacts {
        samples = List.copyOf(samples);
        evidence = List.copyOf(evidence);
    }
}
