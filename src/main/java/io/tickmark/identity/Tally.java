package io.tickmark.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Counts what happens to each of many names until a span is over that began with the first of it. In real time, also
 * where the demo's clock is moved; for this node alone.
 */
final class Tally {

    /** Beyond this many names the expired ones are swept out. */
    private static final int CROWDED = 10_000;

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final int most;
    private final Duration span;
    private final LongSupplier nanos;

    /** @param most how often it may happen to one name within the span */
    Tally(int most, Duration span, LongSupplier nanos) {
        this.most = most;
        this.span = span;
        this.nanos = nanos;
    }

    private record Count(int times, long since) {}

    /** How long a name stays closed to which it has happened that often; empty for one that is open. */
    Optional<Duration> closed(String name) {
        Count known = counts.get(name);
        long now = nanos.getAsLong();
        return known == null || known.times < most || isOver(known, now)
                ? Optional.empty()
                : Optional.of(left(known, now));
    }

    /** Counts once more; answers the time left where it was once too often. */
    Optional<Duration> count(String name) {
        long now = nanos.getAsLong();
        if (counts.size() > CROWDED) {
            counts.values().removeIf(count -> isOver(count, now));
        }
        Count counted = counts.merge(
                name,
                new Count(1, now),
                (old, one) -> isOver(old, now) ? one : new Count(Math.min(old.times, most) + 1, old.since));
        return counted.times <= most ? Optional.empty() : Optional.of(left(counted, now));
    }

    void forget(String name) {
        counts.remove(name);
    }

    private boolean isOver(Count count, long now) {
        return now - count.since >= span.toNanos();
    }

    private Duration left(Count count, long now) {
        return Duration.ofNanos(span.toNanos() - (now - count.since)).plusSeconds(1);
    }
}
