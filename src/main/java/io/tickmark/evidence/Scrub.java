package io.tickmark.evidence;

import io.tickmark.storage.DocumentStore;
import io.tickmark.storage.IntegrityFailure;
import io.tickmark.storage.StoreUnavailable;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads every document against its hashes, round after round: on one node, no faster than the settings allow, going on
 * after a restart where it stopped. What is not as it was taken in is an alarm.
 */
@Component
class Scrub {

    private static final Logger LOG = LoggerFactory.getLogger(Scrub.class);
    private static final int PAGE = 50;

    private final UUID node = UUID.randomUUID();
    private final AtomicBoolean working = new AtomicBoolean();
    private final ScrubProgress progress;
    private final DocumentRepository documents;
    private final DocumentStore store;
    private final IntegrityAlarm alarm;
    private final IntegrityFindings findings;
    private final KeepingRules rules;
    private final Clock clock;
    private volatile boolean stopped;

    Scrub(
            ScrubProgress progress,
            DocumentRepository documents,
            DocumentStore store,
            IntegrityAlarm alarm,
            IntegrityFindings findings,
            KeepingRules rules,
            Clock clock) {
        this.progress = progress;
        this.documents = documents;
        this.store = store;
        this.alarm = alarm;
        this.findings = findings;
        this.rules = rules;
        this.clock = clock;
    }

    /** On a thread of its own: a round takes hours, and others wait for the scheduler. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT5M")
    void start() {
        if (!stopped && rules.scrubRate().toBytes() > 0 && isDue() && working.compareAndSet(false, true)) {
            Thread thread = new Thread(this::work, "scrub");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    private void work() {
        try {
            run(rules.scrubRate().toBytes());
        } catch (DataAccessException | TransactionException later) {
            LOG.warn("The check of all documents stopped; it goes on where it stood", later);
        } finally {
            working.set(false);
        }
    }

    private boolean isDue() {
        Instant ended = progress.now().ended();
        return ended == null || !clock.instant().isBefore(ended.plus(rules.scrubEvery()));
    }

    /** Works to the end of the round, or until the store is away or another node has it. */
    void run(long bytesPerSecond) {
        if (!progress.take(node)) {
            return;
        }
        ScrubProgress.State state = progress.now();
        if (state.began() == null || state.ended() != null) {
            progress.begin(node);
        }
        try {
            if (readAll(new Pace(bytesPerSecond))) {
                progress.end(node);
                LOG.info("All {} documents were checked", progress.now().documents());
            }
        } catch (StoreUnavailable away) {
            LOG.warn("The check of all documents waits for the store", away);
        } finally {
            progress.leave(node);
        }
    }

    private boolean readAll(Pace pace) {
        while (true) {
            UUID last = progress.now().last();
            List<Document> page = last == null
                    ? documents.findByOrderById(Limit.of(PAGE))
                    : documents.findByIdGreaterThanOrderById(last, Limit.of(PAGE));
            if (page.isEmpty()) {
                return true;
            }
            for (Document document : page) {
                check(document, pace);
                if (stopped || !progress.read(node, document.id())) {
                    return false;
                }
            }
        }
    }

    private void check(Document document, Pace pace) {
        if (document.state() == DocumentState.PURGED) {
            return;
        }
        try (InputStream bytes = store.read(document.key(), document.stored())) {
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0 && !stopped; read = bytes.read(buffer)) {
                pace.passed(read, () -> progress.take(node));
            }
        } catch (IntegrityFailure broken) {
            alarm.raise(document, broken);
            return;
        } catch (IOException impossible) {
            throw new IllegalStateException("A store throws its own exceptions", impossible);
        }
        if (!stopped && findings.isKnown(document.id())) {
            alarm.isWhole(document);
        }
    }
}
