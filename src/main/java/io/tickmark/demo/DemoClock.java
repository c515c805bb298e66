package io.tickmark.demo;

import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.MovableClock;
import io.tickmark.workflow.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Moves the application's clock and the engine's forward together. It stops at each timer that falls due on the way and
 * lets it run; jobs are paused while the clock moves, or their leases would expire.
 */
@Component
class DemoClock {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
            Optional<Instant> due = jobs.nextTimer(target);
            while (due.isPresent()) {
                if (due.get().isAfter(clock.instant())) {
                    shift(offsetOf(due.get()));
                }
                jobs.start();
                quiet();
                jobs.stop();
                due = jobs.nextTimer(target);
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
