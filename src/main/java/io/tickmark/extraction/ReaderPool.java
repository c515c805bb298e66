package io.tickmark.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The few readers there are. None is started before a document is to be read, and none outlives the application. */
final class ReaderPool implements TextExtractor, AutoCloseable {

    private static final long WATCHED_EVERY = 200;

    /** A place for one reader, which may be empty. */
    private static final class Place {
        final AtomicReference<@Nullable ReaderProcess> reader = new AtomicReference<>();
    }

    private final ReadingLimits limits;
    private final Place[] places;
    private final BlockingQueue<Place> free;
    private @Nullable ScheduledExecutorService watch;
    private volatile boolean closed;

    ReaderPool(ReadingLimits limits) {
        this.limits = limits;
        int size = Math.max(1, limits.processes());
        this.places = new Place[size];
        this.free = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            places[i] = new Place();
            free.add(places[i]);
        }
    }

    @Override
    public Extraction extract(InputStream bytes, String name) {
        watching();
        Place place = take();
        try {
            return reader(place).read(bytes, name);
        } catch (IOException failure) {
            throw new ReaderUnavailable("Documents cannot be read: " + failure.getMessage(), failure);
        } finally {
            free.add(place);
        }
    }

    private Place take() {
        try {
            Place place = free.take();
            if (closed) {
                free.add(place);
                throw new ReaderUnavailable("The application is ending");
            }
            return place;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ReaderUnavailable("The application is ending", stopped);
        }
    }

    private ReaderProcess reader(Place place) throws IOException {
        ReaderProcess there = place.reader.get();
        if (there != null && there.isOfUse()) {
            return there;
        }
        if (there != null) {
            there.end();
        }
        ReaderProcess fresh = ReaderProcess.start(limits);
        place.reader.set(fresh);
        if (closed) {
            // close() may have looked before it was there
            fresh.end();
        }
        fresh.awaitReady();
        return fresh;
    }

    private synchronized void watching() {
        if (watch == null && !closed) {
            ReadingFolder.sweep();
            watch = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "reading-watch");
                thread.setDaemon(true);
                return thread;
            });
            var unused = watch.scheduleWithFixedDelay(this::look, WATCHED_EVERY, WATCHED_EVERY, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        for (Place place : places) {
            ReaderProcess reader = place.reader.get();
            if (reader != null) {
                reader.watch();
            }
        }
        Place idle = free.poll();
        if (idle != null) {
            ReaderProcess reader = idle.reader.get();
            if (reader != null && reader.isIdle()) {
                reader.end();
                idle.reader.set(null);
            }
            free.add(idle);
        }
    }

    /** Process ids of the readers that run. */
    List<Long> running() {
        return Arrays.stream(places)
                .map(place -> place.reader.get())
                .filter(reader -> reader != null && reader.isOfUse())
                .map(ReaderProcess::pid)
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            if (watch != null) {
                watch.shutdownNow();
            }
        }
        for (Place place : places) {
            ReaderProcess reader = place.reader.getAndSet(null);
            if (reader != null) {
                reader.end();
            }
        }
    }
}
