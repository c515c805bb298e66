package io.tickmark.identity;

import io.tickmark.kernel.Sha256;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after ten wrong passwords for one name from one address within five minutes, that name is closed
 * to that address until the five minutes are over.
 */
@Component
final class Throttle {

    private static final int MOST_FAILURES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Tally failures;

    @Autowired
    Throttle() {
        this(System::nanoTime);
    }

    Throttle(LongSupplier nanos) {
        this.failures = new Tally(MOST_FAILURES, WINDOW, nanos);
    }

    /** Throws {@link TooManyTries} while the name is closed to the address. */
    void check(String username, String address) {
        failures.closed(key(username, address)).ifPresent(left -> {
            throw new TooManyTries(
                    "Too many wrong passwords: try again in " + (left.toMinutes() + 1) + " minutes.", left);
        });
    }

    void failed(String username, String address) {
        failures.count(key(username, address));
    }

    void succeeded(String username, String address) {
        failures.forget(key(username, address));
    }

    private static String key(String username, String address) {
        return Sha256.hex(username + "\u001f" + address);
    }
}
