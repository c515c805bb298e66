package io.tickmark.fieldwork;

import io.tickmark.kernel.EngagementId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The items selected from one population for one control; never changed once selected. */
@Entity
class Sample {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID engagementId;

    @Column(nullable = false)
    private String controlRef;

    @Column(nullable = false)
    private UUID requestId;

    private int population;

    @SuppressWarnings("UnusedVariable") // kept for who asks the database
    private int sampleSize;

    @Column(nullable = false)
    private String frequency;

    @Column(nullable = false)
    private String riskLevel;

    @Column(nullable = false)
    private String seed;

    @Column(nullable = false, length = 1 << 24)
    private String items;

    @Column(nullable = false)
    private Instant selectedAt;

    @Column(name = "round_no", nullable = false)
    private int round;

    private @Nullable LocalDate countedFrom;
    private @Nullable LocalDate countedTo;

    /** For JPA. */
    protected Sample() {}

    /** @param items numbers of the selected records, ascending, at least one */
    Sample(
            EngagementId engagement,
            Source source,
            int round,
            String riskLevel,
            String seed,
            List<Integer> items,
            Instant at) {
        this.id = UUID.randomUUID();
        this.engagementId = engagement.value();
        this.controlRef = source.control();
        this.requestId = source.request();
        this.population = source.population();
        this.sampleSize = items.size();
        this.frequency = source.frequency();
        this.riskLevel = riskLevel;
        this.seed = seed;
        this.items = items.stream().map(String::valueOf).collect(Collectors.joining(","));
        this.selectedAt = at;
        this.round = round;
        this.countedFrom = source.from();
        this.countedTo = source.to();
    }

    /**
     * What items are drawn from.
     *
     * @param request that the population answered, or the sample's own where the calendar is the population
     * @param from first day counted where the calendar is the population, else null
     */
    record Source(
            String control,
            UUID request,
            int population,
            String frequency,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    Source source() {
        return new Source(controlRef, requestId, population, frequency, countedFrom, countedTo);
    }

    String control() {
        return controlRef;
    }

    SampleFacts facts() {
        return new SampleFacts(
                id,
                requestId,
                population,
                frequency,
                riskLevel,
                seed,
                Stream.of(items.split(",")).map(Integer::valueOf).toList(),
                selectedAt,
                round,
                countedFrom,
                countedTo);
    }
}
