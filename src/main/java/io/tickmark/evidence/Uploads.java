package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.storage.DocumentKey;
import io.tickmark.storage.Stored;
import io.tickmark.storage.UploadReader;
import io.tickmark.storage.UploadedFile;
import io.tickmark.tasklist.Tasks;
import io.tickmark.web.Answer;
import io.tickmark.web.Fingerprint;
import io.tickmark.web.IdempotencyKey;
import io.tickmark.web.IdempotentAnswers;
import io.tickmark.web.Pause;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Takes an upload: every file's bytes go to the store first, outside of any transaction; then one transaction makes all
 * of them count, or none. Whatever goes wrong, what was stored is cleared away.
 */
@Component
class Uploads {

    private static final int TRIES = 6;

    private final Incoming incoming;
    private final Counting counting;
    private final RequestRepository requests;
    private final CollectedBefore collectedBefore;
    private final Tasks tasks;
    private final UploadAnswer told;
    private final IdempotentAnswers kept;
    private final TransactionTemplate transaction;
    private final long limit;

    Uploads(
            Incoming incoming,
            Counting counting,
            RequestRepository requests,
            CollectedBefore collectedBefore,
            Tasks tasks,
            UploadAnswer told,
            IdempotentAnswers kept,
            PlatformTransactionManager transactions,
            UploadLimit limit) {
        this.incoming = incoming;
        this.counting = counting;
        this.requests = requests;
        this.collectedBefore = collectedBefore;
        this.tasks = tasks;
        this.told = told;
        this.kept = kept;
        this.transaction = new TransactionTemplate(transactions);
        this.limit = limit.maxSize().toBytes();
    }

    /**
     * The answer to give; with an idempotency key that was used for the same files, the earlier one, also when its place
     * takes no more documents by now.
     *
     * @param where finds the place, or refuses the upload
     */
    Answer take(HttpServletRequest http, Actor actor, Supplier<Place> where) {
        IdempotencyKey key = IdempotencyKey.of(http);
        if (key != null && kept.answered(key)) {
            List<Received> again = read(http, this::measure);
            return told.last(
                    kept.earlier(key, fingerprint(key, http, again))
                            .orElseThrow(
                                    () -> new Conflict("The answer to this Idempotency-Key has just been forgotten.")),
                    key);
        }
        Place place = where.get();
        List<DocumentKey> begun = new ArrayList<>();
        try {
            List<Received> received = read(http, file -> store(file, place, begun));
            boolean waits = told.isWaited(http, received);
            Answer first = key == null
                    ? settled(place, received, actor, null, "", waits)
                    : once(place, received, actor, key, fingerprint(key, http, received), waits);
            return told.last(first, key);
        } finally {
            // an intent that is settled is gone, and its document stays
            begun.forEach(incoming::abandon);
        }
    }

    /** {@code ?unpack=true} takes a ZIP as the files it holds; without, it is one document. */
    private List<Received> read(HttpServletRequest http, Function<UploadedFile, Received> each) {
        // not getParameter, which would take the body
        String unpack = UriComponentsBuilder.newInstance()
                .query(http.getQueryString())
                .build()
                .getQueryParams()
                .getFirst("unpack");
        return Boolean.parseBoolean(unpack)
                ? UploadReader.unpacked(http, limit, each)
                : UploadReader.read(http, limit, each);
    }

    private static String fingerprint(IdempotencyKey key, HttpServletRequest http, List<Received> received) {
        Fingerprint asked = Fingerprint.of(key, http);
        CollectedEntry.HEADERS.forEach(header -> asked.with(http.getHeader(header)));
        received.forEach(file -> asked.with(file.name()).with(file.stored().sha256()));
        return asked.hex();
    }

    private Received measure(UploadedFile file) {
        return new Received(
                UUID.randomUUID(), file.name(), file.contentType(), Stored.of(file.bytes(), limit), file.archive());
    }

    private Received store(UploadedFile file, Place place, List<DocumentKey> begun) {
        DocumentKey key = incoming.open(place.engagement());
        begun.add(key);
        return incoming.store(key, file, limit);
    }

    private Answer once(
            Place place, List<Received> received, Actor actor, IdempotencyKey key, String asked, boolean waits) {
        for (int tries = 1; ; tries++) {
            Optional<Answer> earlier = kept.earlier(key, asked);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            try {
                return settled(place, received, actor, key, asked, waits);
            } catch (DuplicateKeyException taken) {
                if (tries == TRIES) {
                    throw new Conflict("Another upload with this Idempotency-Key is still at work.");
                }
            }
        }
    }

    /** Meets others at the request and at the trail; who loses goes again, for the bytes are there. */
    private Answer settled(
            Place place,
            List<Received> received,
            Actor actor,
            @Nullable IdempotencyKey key,
            String asked,
            boolean waits) {
        for (int tries = 1; ; tries++) {
            try {
                Answer answer = transaction.execute(status -> count(place, received, actor, key, asked, waits));
                if (answer == null) {
                    throw new IllegalStateException("The transaction made no answer");
                }
                return answer;
            } catch (ConcurrencyFailureException collision) {
                if (tries == TRIES) {
                    throw collision;
                }
                Pause.after(tries);
            }
        }
    }

    private Answer count(
            Place place,
            List<Received> received,
            Actor actor,
            @Nullable IdempotencyKey key,
            String asked,
            boolean waits) {
        if (key != null) {
            kept.claim(key, asked);
        }
        UUID request = place.request();
        String task = place.task();
        Map<UUID, Document> known = Map.of();
        if (request != null) {
            EvidenceRequest held = hold(request);
            known = collectedBefore.among(place, received);
            if (known.size() < received.size()) {
                held.begin();
            }
        } else if (task != null) {
            tasks.hold(task);
        }
        List<Document> documents = new ArrayList<>();
        for (Received file : received) {
            Document before = known.get(file.id());
            documents.add(before == null ? counting.count(place, file, actor) : before);
        }
        Answer answer = told.of(documents, waits);
        if (key != null) {
            kept.keep(key, answer);
        }
        return answer;
    }

    /** Looked at again under its lock: it may have been withdrawn or handed over while the bytes were coming. */
    private EvidenceRequest hold(UUID id) {
        EvidenceRequest request =
                requests.lock(id).orElseThrow(() -> new Conflict("The request is gone; nothing was added to it"));
        UploadPlaces.checkOpen(request);
        return request;
    }
}
