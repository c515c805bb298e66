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

    @Column(name = "population_query", length = 1 << 24)
    @Nullable
    String query;

    @Column(name = "population_parameters", length = 1 << 24)
    @Nullable
    String parameters;

    @Nullable
    LocalDate extractedOn;

    /** Hours and minutes, as {@code 14:05}, where the system is. */
    @Nullable
    String extractedTime;

    /** For JPA, and for a population that nobody has given yet. */
    protected CountedPopulation() {}

    CountedPopulation(int count, String source, @Nullable LocalDate extractedOn) {
        this.count = count;
        this.source = source;
        this.extractedOn = extractedOn;
    }

    /** @param time as {@code 14:05}, or null */
    CountedPopulation drawnBy(String usedQuery, String usedParameters, @Nullable String time) {
        query = usedQuery;
        parameters = usedParameters;
        extractedTime = time;
        return this;
    }
}
