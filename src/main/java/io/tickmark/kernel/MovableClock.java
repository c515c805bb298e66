package io.tickmark.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The application's one clock: UTC, whole seconds (MySQL drops fractions, and what is hashed must be what is kept), and
 * shifted by an offset that only demo mode changes.
 */
public final class MovableClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(offset()).truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Always UTC: dates of the audit are calendar dates, not moments in somebody's zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset());
    }

    public Duration offset() {
        return offset;
    }

    public void shiftTo(Duration newOffset) {
        offset = newOffset;
    }
}
