package io.tickmark.evidence;

import io.tickmark.extraction.Extraction;
import io.tickmark.extraction.MalwareScanner;
import io.tickmark.extraction.MalwareScanner.Scan;
import io.tickmark.extraction.TextExtractor;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import io.tickmark.storage.DocumentStore;
import io.tickmark.storage.IntegrityFailure;
import io.tickmark.trail.Trail;
import io.tickmark.web.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads one document that waits: its bytes outside of any transaction, then all that was found in one. */
@Component
class ReadDocument {

    private static final int TRIES = 10;

    private final DocumentRepository documents;
    private final RequestRepository requests;
    private final DocumentStore store;
    private final TextExtractor extractor;
    private final MalwareScanner scanner;
    private final ReadingQueue queue;
    private final Readings readings;
    private final Intake intake;
    private final IntegrityAlarm alarm;
    private final People people;
    private final Trail trail;
    private final ReadingSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReadDocument(
            DocumentRepository documents,
            RequestRepository requests,
            DocumentStore store,
            TextExtractor extractor,
            MalwareScanner scanner,
            ReadingQueue queue,
            Readings readings,
            Intake intake,
            IntegrityAlarm alarm,
            People people,
            Trail trail,
            ReadingSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.documents = documents;
        this.requests = requests;
        this.store = store;
        this.extractor = extractor;
        this.scanner = scanner;
        this.queue = queue;
        this.readings = readings;
        this.intake = intake;
        this.alarm = alarm;
        this.people = people;
        this.trail = trail;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param taker who holds it in the queue */
    void read(UUID id, UUID taker) {
        Optional<Document> found = documents.findById(id).filter(d -> d.state() != DocumentState.PURGED);
        if (found.isEmpty()) {
            transaction.executeWithoutResult(status -> queue.finish(id, taker));
            return;
        }
        Document document = found.get();
        try {
            Scan scan = with(document, scanner::scan);
            keep(id, taker, scan, scan.result() == Scan.Result.FOUND ? Examined.NOTHING : extract(document));
        } catch (IntegrityFailure broken) {
            alarm.raise(document, broken);
            keep(id, taker, Examined.UNSCANNED, Examined.NOT_WHOLE);
        }
    }

    private Extraction extract(Document document) {
        return document.stored().size() > settings.largest().toBytes()
                ? Examined.TOO_LARGE
                : with(document, bytes -> extractor.extract(bytes, document.name()));
    }

    /** What cannot be had from the store, time and again. */
    void giveUp(UUID id, UUID taker) {
        keep(id, taker, Examined.UNSCANNED, Examined.NOT_HAD);
    }

    private <T> T with(Document document, Function<InputStream, T> looking) {
        try (InputStream bytes = store.read(document.key(), document.stored())) {
            return looking.apply(bytes);
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }

    /** Meets people at the document's row; who loses goes again. */
    private void keep(UUID id, UUID taker, Scan scan, Extraction extraction) {
        for (int tries = 1; ; tries++) {
            try {
                transaction.executeWithoutResult(status -> settle(id, taker, scan, extraction));
                return;
            } catch (ConcurrencyFailureException collision) {
                if (tries == TRIES) {
                    throw collision;
                }
                Pause.after(tries);
            }
        }
    }

    private void settle(UUID id, UUID taker, Scan scan, Extraction extraction) {
        if (!queue.finish(id, taker)) {
            return;
        }
        // as everybody who decides about a request's documents holds it: then nobody's decision collides with this
        documents.requestOf(id).ifPresent(requests::lock);
        Document document = documents.findById(id).orElseThrow();
        boolean malware = scan.result() == Scan.Result.FOUND;
        document.wasRead(
                extraction.outcome() == Extraction.Outcome.READ,
                Malware.valueOf(scan.result().name()));
        readings.keep(document, extraction, scan, clock.instant());
        intake.look(new Examined(document, extraction, scan, giver(document)));
        if (malware) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("document", id);
            if (!requests.isConfidential(document.request())) {
                facts.put("name", document.name());
            }
            facts.put("sha256", document.stored().sha256());
            facts.put("malware", scan.detail());
            trail.record(document.engagement(), "document-quarantined", null, facts);
        }
    }

    private @Nullable Actor giver(Document document) {
        PersonId giver = document.uploadedBy();
        return giver == null ? null : people.person(giver).orElse(null);
    }
}
