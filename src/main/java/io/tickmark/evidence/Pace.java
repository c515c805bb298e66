package io.tickmark.evidence;

import java.util.concurrent.TimeUnit;

/** Lets bytes pass no faster than so many in a second, by pausing whoever has them. */
final class Pace {

    private static final long SIGN_OF_LIFE = TimeUnit.SECONDS.toNanos(30);

    private final double nanosPerByte;
    private final long began = System.nanoTime();
    private long bytes;
    private long lastSign = began;

    Pace(long bytesPerSecond) {
        this.nanosPerByte = 1e9 / Math.max(1, bytesPerSecond);
    }

    /** @param signOfLife called every half minute, whatever is paused */
    void passed(int more, Runnable signOfLife) {
        bytes += more;
        long now = System.nanoTime();
        if (now - lastSign > SIGN_OF_LIFE) {
            lastSign = now;
            signOfLife.run();
        }
        long ahead = (long) (bytes * nanosPerByte) - (now - began);
        // a pause of less is a pause of more
        if (ahead > TimeUnit.MILLISECONDS.toNanos(20)) {
            try {
                TimeUnit.NANOSECONDS.sleep(ahead);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
