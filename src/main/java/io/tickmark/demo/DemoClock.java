package io.tickmark.demo;

import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.MovableClock;
import io.tickmark.workflow.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Moves the application's clock and the engine's forward together. It stops at each timer that falls due on the way and
 * lets it run; jobs are paused while the clock moves, or their leases would expire.
 */
@Component
class DemoClock {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** At one moment: what fires may set another timer for the same. */
    private static final int MOST_STOPS = 10;

    private final MovableClock clock;
    private final Jobs jobs;
    private final DemoState state;

    DemoClock(MovableClock clock, Jobs jobs, DemoState state) {
        this.clock = clock;
        this.jobs = jobs;
        this.state = state;
    }

    /** Sets the clock as it was before a restart; before any job runs. */
    void restore() {
        shift(state.offset());
    }

    /** Moves to a moment; the clock never goes back. Returns when all that fell due on the way has run. */
    synchronized Instant moveTo(Instant target) {
        quiet();
        jobs.stop();
        try {
            Instant last = Instant.MIN;
            int stops = 0;
            for (Optional<Instant> due = jobs.nextTimer(target); due.isPresent(); due = jobs.nextTimer(target)) {
                stops = due.get().equals(last) ? stops + 1 : 1;
                last = due.get();
                if (stops > MOST_STOPS) {
                    throw new Conflict("A timer that fell due at " + last + " does not fire: " + jobs.failed());
                }
                stopAt(last);
            }
            if (target.isAfter(clock.instant())) {
                shift(offsetOf(target));
            }
            state.keep(clock.offset());
        } finally {
            jobs.start();
        }
        quiet();
        return clock.instant();
    }

    private void stopAt(Instant due) {
        // also where it is due already: an engine whose own clock was behind would never fire it
        shift(due.isAfter(clock.instant()) ? offsetOf(due) : clock.offset());
        jobs.start();
        quiet();
        jobs.stop();
    }

    /** The day in the demo. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Where the world begins: in the past, before anything runs. */
    void beginAt(Duration offset) {
        shift(offset);
        state.keep(offset);
    }

    private Duration offsetOf(Instant moment) {
        return Duration.between(Instant.now(), moment).plusSeconds(1);
    }

    private void shift(Duration offset) {
        clock.shiftTo(offset);
        jobs.shiftClock(offset);
    }

    /** Waits until everything that is due has run. */
    void quiet() {
        if (!jobs.quiet(PATIENCE)) {
            throw new Conflict("Work that is due does not come to an end: " + jobs.failed());
        }
    }
}
