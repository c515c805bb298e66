package io.tickmark.demo;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/demo/clock")
class DemoClockApi {

    private static final Duration MOST = Duration.ofDays(3660);

    private final DemoMode mode;
    private final DemoClock demoClock;
    private final Clock clock;

    DemoClockApi(DemoMode mode, DemoClock demoClock, Clock clock) {
        this.mode = mode;
        this.demoClock = demoClock;
        this.clock = clock;
    }

    record Now(Instant now) {}

    record Move(@Nullable String advance) {}

    @GetMapping
    Now now() {
        demoOnly();
        return new Now(clock.instant());
    }

    @PostMapping
    Now move(Actor actor, @RequestBody Move move) {
        demoOnly();
        if (!actor.may("admin")) {
            throw new Forbidden("Only an administrator moves the clock");
        }
        return new Now(demoClock.moveTo(target(move.advance())));
    }

    private Instant target(@Nullable String advance) {
        Instant now = clock.instant();
        Instant target = now.plus(later(advance == null ? "" : advance, now));
        if (!target.isAfter(now) || Duration.between(now, target).compareTo(MOST) > 0) {
            throw new Refused("advance", "The clock moves forward only, by at most ten years at once");
        }
        return target;
    }

    /** Days, months and years as a period, or hours and minutes as a duration. */
    private static Duration later(String advance, Instant now) {
        try {
            if (advance.contains("T")) {
                return Duration.parse(advance);
            }
            LocalDateTime from = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
            return Duration.between(from, from.plus(Period.parse(advance)));
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw new Refused("advance", "Give a time span such as P90D or PT12H");
        }
    }

    private void demoOnly() {
        if (!mode.on()) {
            throw new NotFound("The clock can be moved in demo mode only");
        }
    }
}
