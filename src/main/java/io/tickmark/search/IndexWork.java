package io.tickmark.search;

import io.tickmark.kernel.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The one thread that works on the index: some time after the start, so that no start waits for it, then every few
 * seconds, and for everybody who searches.
 */
@Component
class IndexWork implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(IndexWork.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Indexing indexing;
    private final ThreadPoolExecutor thread;
    private String told = "";
    /** Not begun yet, so that whoever joins it has everything in that was committed before. */
    private final AtomicReference<@Nullable CompletableFuture<Void>> next = new AtomicReference<>();

    IndexWork(Indexing indexing) {
        this.indexing = indexing;
        this.thread = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread made = new Thread(task, "search-index");
            made.setDaemon(true);
            return made;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    /** @param complete whether everything is in it that was committed when it was asked for */
    record Current(EvidenceIndex index, boolean complete) {}

    @Scheduled(fixedDelayString = "${tickmark.search.follow:PT10S}", initialDelayString = "PT20S")
    void follow() {
        if (!thread.isShutdown() && thread.getActiveCount() == 0) {
            var unused = joined();
            thread.execute(() -> quietly(indexing::keep));
        }
    }

    /**
     * The index as of now. While it is made anew it is there and not complete.
     *
     * @throws Unavailable while there is none
     */
    Current current() {
        boolean caughtUp = (indexing.index() == null || indexing.isWhole()) && await(joined());
        EvidenceIndex index = indexing.index();
        if (index == null) {
            throw new Unavailable(
                    "The search index is being made ready; search again in a moment.", new TimeoutException());
        }
        return new Current(index, caughtUp && indexing.isWhole());
    }

    /** What was found shows that the index is damaged. */
    void distrust() {
        thread.execute(() -> quietly(indexing::discard));
    }

    private CompletableFuture<Void> joined() {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> waiting = next.updateAndGet(before -> before == null ? mine : before);
        if (waiting == mine) {
            thread.execute(() -> run(mine));
        }
        return waiting == null ? mine : waiting;
    }

    private void run(CompletableFuture<Void> mine) {
        next.set(null);
        try {
            indexing.catchUp();
            told = "";
            mine.complete(null);
        } catch (IOException | RuntimeException failure) {
            tell(failure);
            mine.completeExceptionally(failure);
        } finally {
            // whatever else ended it: nobody waits for nothing
            mine.completeExceptionally(new IllegalStateException("The search index did not follow"));
        }
    }

    /** Once, not every few seconds. */
    private void tell(Exception failure) {
        String what = String.valueOf(failure);
        if (!what.equals(told)) {
            told = what;
            LOG.warn("The search index does not follow now; it is tried again", failure);
        }
    }

    private static boolean await(CompletableFuture<Void> work) {
        try {
            work.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException late) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException failure) {
            LOG.warn("The search index could not be kept; it is tried again", failure);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        indexing.end();
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
        quietly(indexing::close);
    }
}
