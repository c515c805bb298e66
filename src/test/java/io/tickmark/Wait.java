package io.tickmark;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what others do, looking again and again; how long it takes never decides a test, short of hanging. */
public final class Wait {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOKED_AT_EVERY = 50;

    private Wait() {}

    /** Whether something comes true within a while. */
    public static boolean soon(BooleanSupplier condition) {
        return within(PATIENCE, condition);
    }

    public static boolean within(Duration patience, BooleanSupplier condition) {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            pause(LOOKED_AT_EVERY);
        }
        return true;
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
