package io.tickmark.evidence;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What is alive on the heap, collected and looked at again and again: garbage is no growth. */
final class HeapWatch {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final long before = alive();
    private final Thread thread = new Thread(this::watch, "heap-watch");
    private volatile boolean ended;
    private volatile long most = before;

    HeapWatch() {
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        while (!ended) {
            most = Math.max(most, alive());
            // else the upload would do little but wait for it
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** In bytes, since it was made; it watches no longer. */
    long growth() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return most - before;
    }

    private static long alive() {
        System.gc();
        Runtime heap = Runtime.getRuntime();
        return heap.totalMemory() - heap.freeMemory();
    }
}
