package io.tickmark.identity;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Holds up a script that pushes without end, so that it cannot fill the store or keep everybody else waiting. */
@Component
final class CollectorPace {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Tally pushes;
    private final int most;

    @Autowired
    CollectorPace(CollectorLimit limit) {
        this(limit, System::nanoTime);
    }

    CollectorPace(CollectorLimit limit, LongSupplier nanos) {
        this.most = limit.perMinute();
        this.pushes = new Tally(most, MINUTE, nanos);
    }

    /** Counts one push; throws {@link TooManyTries} for one more than a collector has in a minute. */
    void push(UUID collector) {
        pushes.count(collector.toString()).ifPresent(left -> {
            throw new TooManyTries(
                    "This collector has pushed " + most + " times within a minute: send the rest in " + left.toSeconds()
                            + " seconds. Nothing was kept of this one.",
                    left);
        });
    }
}
