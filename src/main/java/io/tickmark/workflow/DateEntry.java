package io.tickmark.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A date, a time or both, as ISO 8601 text with or without an offset.
 *
 * @param onlyFuture whether days before today are refused
 */
record DateEntry(String subtype, boolean onlyFuture) {

    /** The day begins last here: what is past here is past for every user, wherever they are. */
    private static final ZoneOffset LAST_TO_BEGIN = ZoneOffset.ofHours(-12);

    static DateEntry of(FormComponent field) {
        return new DateEntry(
                field.json().path("subtype").asString("date"),
                AsJavaScript.truthy(field.json().path("disallowPassedDates")));
    }

    String expected() {
        return switch (subtype) {
            case "time" -> "Enter a time, such as 14:30.";
            case "datetime" -> "Enter a date and a time, such as 2026-01-31T14:30.";
            default -> "Enter a date, such as 2026-01-31.";
        };
    }

    boolean readable(JsonNode value) {
        return parse(value) != null;
    }

    /** Why the value is not taken; null where it is. */
    @Nullable
    String refusal(JsonNode value, Clock clock) {
        TemporalAccessor moment = parse(value);
        if (moment == null) {
            return expected();
        }
        return onlyFuture && past(moment, clock.instant()) ? "The date must not be in the past." : null;
    }

    private static boolean past(TemporalAccessor moment, Instant now) {
        if (moment instanceof OffsetDateTime exact) {
            // UTC may stand for any zone; nowhere has today begun more than a day ago
            return exact.getOffset().equals(ZoneOffset.UTC)
                    ? exact.toInstant().isBefore(now.minus(Duration.ofDays(1)))
                    : exact.toLocalDate().isBefore(LocalDate.ofInstant(now, exact.getOffset()));
        }
        if (moment instanceof LocalTime || moment instanceof OffsetTime) {
            return false;
        }
        return LocalDate.from(moment).isBefore(LocalDate.ofInstant(now, LAST_TO_BEGIN));
    }

    private @Nullable TemporalAccessor parse(JsonNode value) {
        // Java would read the name of a zone in brackets too, which browsers do not
        if (!value.isString() || value.stringValue().contains("[")) {
            return null;
        }
        String text = value.stringValue();
        return switch (subtype) {
            case "time" -> parse(DateTimeFormatter.ISO_TIME, text, OffsetTime::from, LocalTime::from);
            case "datetime" -> parse(DateTimeFormatter.ISO_DATE_TIME, text, OffsetDateTime::from, LocalDateTime::from);
            default -> parse(DateTimeFormatter.ISO_LOCAL_DATE, text, LocalDate::from);
        };
    }

    private static @Nullable TemporalAccessor parse(DateTimeFormatter format, String text, TemporalQuery<?>... kinds) {
        try {
            return kinds.length == 1 ? (TemporalAccessor) format.parse(text, kinds[0]) : format.parseBest(text, kinds);
        } catch (DateTimeParseException other) {
            return null;
        }
    }
}
