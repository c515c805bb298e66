package io.tickmark.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a document comes from that a script gave, as the script says it; who reads it decides what that is worth. */
@Embeddable
class Collected {

    private static final int LONG_TEXT = 1 << 24;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private @Nullable String collectorName;

    @Column(name = "collected_from", length = LONG_TEXT)
    private @Nullable String source;

    @Column(name = "collected_query", length = LONG_TEXT)
    private @Nullable String query;

    private @Nullable Instant collectedAt;

    /** For JPA. */
    protected Collected() {}

    /**
     * @param collector its name
     * @param source the system that it was taken from
     * @param query how, where that was said
     * @param at when it was taken, in whole seconds
     */
    Collected(String collector, String source, @Nullable String query, Instant at) {
        this.collectorName = collector;
        this.source = source;
        this.query = query;
        this.collectedAt = at;
    }

    /** As the API answers it. */
    record Told(
            String collector,
            String source,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String query,

            Instant extractedAt) {}

    Told told() {
        return new Told(
                Objects.requireNonNullElse(collectorName, ""),
                Objects.requireNonNullElse(source, ""),
                query,
                Objects.requireNonNullElse(collectedAt, Instant.EPOCH));
    }

    /** For the trail. */
    Map<String, Object> facts() {
        Told told = told();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("collector", told.collector());
        facts.put("source", told.source());
        if (told.query() != null) {
            facts.put("query", told.query());
        }
        facts.put("extractedAt", told.extractedAt());
        return facts;
    }

    /** What a form that asks for a population's source opens with. */
    Map<String, @Nullable Object> population() {
        Told told = told();
        ZonedDateTime at = told.extractedAt().atZone(ZoneOffset.UTC);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("populationSource", told.source());
        fields.put("populationQuery", told.query());
        fields.put("extractedOn", at.toLocalDate());
        fields.put("extractedTime", MINUTE.format(at));
        return fields;
    }
}
