package io.tickmark.web;

import java.util.concurrent.ThreadLocalRandom;

/** Between two tries of what met somebody else's work in the database. */
public final class Pause {

    private static final long FIRST_MILLIS = 20;

    private static final int LONGEST = 6;

    private Pause() {}

    /**
     * Waits longer after each try, jittered, so that those who collided do not meet again; five waits together take less
     * than two seconds, and none takes longer than that. Returns at once when the thread is interrupted.
     *
     * @param tries how many there were, from 1
     */
    public static void after(int tries) {
        long most = FIRST_MILLIS << Math.min(tries, LONGEST);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
