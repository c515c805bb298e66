package io.tickmark.fieldwork;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which items of a population are tested, and what it takes to select the same ones again (docs/sampling.md).
 *
 * @param request the evidence request that the population answered
 * @param population records in it
 * @param frequency of the control, as the size was decided by it
 * @param riskLevel {@code low}, {@code moderate} or {@code high}
 * @param seed 16 hex digits
 * @param items numbers of the selected records, counted from 1 in the order of the population as given, ascending
 */
public record SampleFacts(
        UUID id,
        UUID request,
        int population,
        String frequency,
        String riskLevel,
        String seed,
        List<Integer> items,
        Instant selectedAt) {

    public SampleFacts {
        items = List.copyOf(items);
    }

    public int size() {
        return items.size();
    }
}
