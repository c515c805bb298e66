package io.tickmark.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * A process variable that code reads or writes, as a typed constant. The engine holds ids, counters and the decisions
 * that gateways read; never entities, serialized objects or what people write.
 */
public record Variable<T>(String name, Class<T> type) {

    public static Variable<String> text(String name) {
        return new Variable<>(name, String.class);
    }

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class);
    }

    public static Variable<Integer> count(String name) {
        return new Variable<>(name, Integer.class);
    }

    /** A calendar date, kept as the engine's date at midnight UTC so that timers can read it. */
    public static Variable<LocalDate> date(String name) {
        return new Variable<>(name, LocalDate.class);
    }

    static @Nullable Object toEngine(@Nullable Object value) {
        if (value instanceof LocalDate date) {
            return Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        if (value instanceof Instant instant) {
            return Date.from(instant);
        }
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        throw new IllegalArgumentException(
                "The engine holds no " + value.getClass().getSimpleName());
    }

    @Nullable
    T fromEngine(@Nullable Object value) {
        if (type == LocalDate.class && value instanceof Date date) {
            return type.cast(date.toInstant().atZone(ZoneOffset.UTC).toLocalDate());
        }
        return type.cast(value);
    }
}
