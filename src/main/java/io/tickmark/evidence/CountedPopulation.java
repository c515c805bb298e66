package io.tickmark.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How many records the client's list has, and where it comes from (AT-C 205: complete and accurate). */
@Embeddable
class CountedPopulation {

    @Column(name = "population_count")
    @Nullable
    Integer count;

    @Column(name = "population_source", length = 1 << 24)
    @Nullable
    String source;

    @Nullable
    LocalDate extractedOn;

    /** For JPA, and for a population that nobody has given yet. */
    protected CountedPopulation() {}

    CountedPopulation(int count, String source, @Nullable LocalDate extractedOn) {
        this.count = count;
        this.source = source;
        this.extractedOn = extractedOn;
    }
}
