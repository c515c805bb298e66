package io.tickmark.kernel;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as columns of type {@code datetime} hold them: whole seconds of UTC, whatever the machine's own zone. */
public final class DatabaseTime {

    private DatabaseTime() {}

    /** Fractions of a second are dropped. */
    public static Timestamp of(Instant instant) {
        return Timestamp.valueOf(
                LocalDateTime.ofInstant(instant, ZoneOffset.UTC).withNano(0));
    }

    public static Instant instant(Timestamp column) {
        return column.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
