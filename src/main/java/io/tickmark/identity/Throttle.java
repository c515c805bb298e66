package io.tickmark.identity;

import io.tickmark.kernel.Sha256;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after ten wrong passwords for one name from one address within five minutes, that name is closed
 * to that address until the five minutes are over. It counts in real time, also where the demo's clock is moved.
 */
@Component
final class Throttle {

    private static final int MOST_FAILURES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    /** Beyond this many names under watch the expired ones are swept out. */
    private static final int CROWDED = 10_000;

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    @Autowired
    Throttle() {
        this(System::nanoTime);
    }

    Throttle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Throws {@link TooManyTries} while the name is closed to the address. */
    void check(String username, String address) {
        Failures known = failures.get(key(username, address));
        if (known != null && known.count >= MOST_FAILURES && !known.isOver(nanos.getAsLong())) {
            long left = WINDOW.toNanos() - (nanos.getAsLong() - known.since);
            throw new TooManyTries(Duration.ofNanos(left).plusSeconds(1));
        }
    }

    void failed(String username, String address) {
        long now = nanos.getAsLong();
        if (failures.size() > CROWDED) {
            failures.values().removeIf(f -> f.isOver(now));
        }
        failures.merge(
                key(username, address),
                new Failures(1, now),
                (old, one) -> old.isOver(now) ? one : new Failures(old.count + 1, old.since));
    }

    void succeeded(String username, String address) {
        failures.remove(key(username, address));
    }

    private static String key(String username, String address) {
        return Sha256.hex(username + "\u001f" + address);
    }

    private record Failures(int count, long since) {

        private boolean isOver(long now) {
            return now - since >= WINDOW.toNanos();
        }
    }
}
