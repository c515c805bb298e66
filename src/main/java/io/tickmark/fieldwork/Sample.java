package io.tickmark.fieldwork;

import io.tickmark.kernel.EngagementId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** For JPA. */
    protected Sample() {}

    Sample(
            EngagementId engagement,
            String control,
            UUID request,
            int population,
            int size,
            String frequency,
            String riskLevel,
            Instant at) {
        this.id = UUID.randomUUID();
        this.engagementId = engagement.value();
        this.controlRef = control;
        this.requestId = request;
        this.population = population;
        this.sampleSize = size;
        this.frequency = frequency;
        this.riskLevel = riskLevel;
        this.seed = Selection.seed(engagement, control, request);
        this.items = Selection.items(population, size, seed).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        this.selectedAt = at;
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
                selectedAt);
    }
}
