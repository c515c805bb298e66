package io.tickmark.evidence;

import io.tickmark.extraction.ReaderUnavailable;
import io.tickmark.storage.StoreUnavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Takes documents from the queue and has them read, beside everything else; its threads exist while there is work. */
@Component
class ReadingWork implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingWork.class);
    private static final int MOST_TRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(20);
    /** With the half minute after which others look, a dead node's documents are read on within a minute. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration PULSE = Duration.ofSeconds(8);
    /** In milliseconds: another node may be the one that reads. */
    private static final long LOOKED_AT_EVERY = 1000;

    /** Somebody who waits for documents, and is told of each that is done. */
    private record Waiter(Set<UUID> documents, Semaphore told) {}

    private final UUID self = UUID.randomUUID();
    private final ReadingQueue queue;
    private final ReadDocument reading;
    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService pulse;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    ReadingWork(ReadingQueue queue, ReadDocument reading, @Value("${tickmark.reading.processes:1}") int processes) {
        this.queue = queue;
        this.reading = reading;
        int size = Math.max(1, processes);
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(size),
                task -> daemon(task, "reading"),
                // another look is to come already
                new ThreadPoolExecutor.DiscardPolicy());
        threads.allowCoreThreadTimeOut(true);
        // a thread of its own: what else is scheduled may take longer than a lease
        this.pulse = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "reading-pulse"));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(ReadingQueue.Waits waits) {
        threads.execute(this::work);
    }

    /** What another process left, or one before this. */
    @EventListener(ApplicationReadyEvent.class)
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with its executor
    void begin() {
        pulse.scheduleWithFixedDelay(this::hold, PULSE.toSeconds(), PULSE.toSeconds(), TimeUnit.SECONDS);
        look();
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void look() {
        threads.execute(this::work);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Reading may take longer than a lease: waiting for a reader to start, the way from the store, the time limit. */
    private void hold() {
        try {
            if (threads.getActiveCount() > 0) {
                queue.hold(self, LEASE);
            }
        } catch (RuntimeException away) {
            LOG.warn("What is being read cannot be held now; another node may read it as well", away);
        }
    }

    private void work() {
        try {
            Optional<ReadingQueue.Job> job = queue.take(self, LEASE);
            while (job.isPresent() && !ended) {
                read(job.get());
                job = queue.take(self, LEASE);
            }
        } catch (RuntimeException away) {
            LOG.warn("The queue of documents to read cannot be asked now; it is asked again", away);
        }
    }

    private void read(ReadingQueue.Job job) {
        try {
            reading.read(job.document(), self);
        } catch (StoreUnavailable | ReaderUnavailable | org.springframework.dao.DataAccessException away) {
            giveBack(job, away);
        } catch (RuntimeException defect) {
            LOG.error("Document {} could not be read", job.document(), defect);
            giveBack(job, defect);
        }
        waiters.stream()
                .filter(waiter -> waiter.documents().contains(job.document()))
                .forEach(waiter -> waiter.told().release());
    }

    private void giveBack(ReadingQueue.Job job, RuntimeException why) {
        if (ended) {
            queue.later(job.document(), self, Duration.ZERO);
        } else if (job.tries() < MOST_TRIES) {
            LOG.warn("Document {} is read later: {}", job.document(), why.getMessage());
            queue.later(job.document(), self, PAUSE.multipliedBy(job.tries()));
        } else {
            reading.giveUp(job.document(), self);
        }
    }

    /** Returns when none of them waits any more, or the time is over. Never inside a transaction. */
    void await(Collection<UUID> documents, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        Waiter waiter = new Waiter(Set.copyOf(documents), new Semaphore(0));
        waiters.add(waiter);
        try {
            while (queue.waits(documents)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                waiter.told().tryAcquire(Math.min(left, LOOKED_AT_EVERY), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            waiters.remove(waiter);
        }
    }

    @Override
    public void destroy() {
        ended = true;
        pulse.shutdownNow();
        threads.shutdownNow();
    }
}
