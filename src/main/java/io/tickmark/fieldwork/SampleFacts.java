package io.tickmark.fieldwork;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a population are tested, and what it takes to select the same ones again (docs/sampling.md).
 *
 * @param request the evidence request that the population answered; the sample's own where the calendar counts
 * @param population records in it
 * @param frequency of the control, as the size was decided by it
 * @param riskLevel {@code low}, {@code moderate} or {@code high}
 * @param seed 16 hex digits
 * @param items numbers of the selected records, counted from 1 in the order of the population as given, ascending
 * @param round of testing that it was drawn for, from 1
 * @param countedFrom first day, where the population is every occurrence by the calendar; null where it was given
 * @param countedTo last day, inclusive, or null
 */
public record SampleFacts(
        UUID id,
        UUID request,
        int population,
        String frequency,
        String riskLevel,
        String seed,
        List<Integer> items,
        Instant selectedAt,
        int round,
        @Nullable LocalDate countedFrom,
        @Nullable LocalDate countedTo) {

    public SampleFacts {
        items = List.copyOf(items);
    }

    /** The sample of one round out of a control's: where nothing was drawn for it, the one before stands. */
    static List<SampleFacts> ofRound(List<SampleFacts> drawn, int round) {
        int newest = drawn.stream()
                .mapToInt(SampleFacts::round)
                .filter(earlier -> earlier <= round)
                .max()
                .orElse(round);
        return drawn.stream().filter(sample -> sample.round() == newest).toList();
    }

    /** A record as people name it. */
    String label(int record) {
        String number = record + " of " + population;
        return countedFrom == null || countedTo == null
                ? "Record " + number
                : "Occurrence " + number + ": "
                        + Occurrences.of(frequency, countedFrom, countedTo)
                                .get(record - 1)
                                .label();
    }

    public int size() {
        return items.size();
    }
}
