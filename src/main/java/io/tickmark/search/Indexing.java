package io.tickmark.search;

import io.tickmark.evidence.EvidenceChanges;
import io.tickmark.evidence.EvidenceChanges.Change;
import io.tickmark.evidence.SearchableDocument;
import io.tickmark.evidence.SearchableEvidence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's index in step with the database: opens it, makes it anew where it is missing, damaged or another's,
 * and takes in what changed. One thread at a time, see {@link IndexWork}.
 */
@Component
class Indexing {

    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final Duration SAVED_EVERY = Duration.ofMinutes(1);
    private static final int PAGE = 500;
    /** Documents of the largest text at once are some forty megabytes. */
    private static final int AT_ONCE = 20;

    private final Path root;
    private final IndexSource source;
    private final SearchableEvidence evidence;
    private final EvidenceChanges changes;
    private final Followed followed = new Followed();
    private String stamp = "";
    private boolean dirty;
    /** What was taken out, or locked away, may still stand in files of the index. */
    private boolean toErase;

    private long savedAt;
    private @Nullable IndexFolder folder;
    private volatile @Nullable EvidenceIndex index;
    private volatile boolean whole;
    private volatile boolean ended;

    Indexing(SearchSettings settings, IndexSource source, SearchableEvidence evidence, EvidenceChanges changes) {
        this.root = Path.of(settings.folder());
        this.source = source;
        this.evidence = evidence;
        this.changes = changes;
    }

    /** Null before it was opened, and where it cannot be. */
    @Nullable
    EvidenceIndex index() {
        return index;
    }

    /** Whether every document is in it; false while it is made anew. */
    boolean isWhole() {
        return whole;
    }

    /** Takes in everything that is committed by now. What is damaged is made anew, once. */
    void catchUp() throws IOException {
        try {
            follow();
        } catch (org.springframework.dao.DataAccessException
                | org.springframework.transaction.TransactionException away) {
            throw away;
        } catch (RuntimeException | IOException damaged) {
            if (ended) {
                return;
            }
            LOG.warn("The search index cannot be used and is made anew", damaged);
            discard();
            follow();
        }
    }

    private void follow() throws IOException {
        String now = source.stamp();
        EvidenceIndex open = index == null ? open(now) : index;
        if (!whole || !stamp.equals(now)) {
            rebuild(Objects.requireNonNull(open), now);
        }
        takeChanges(Objects.requireNonNull(open));
    }

    private EvidenceIndex open(String now) throws IOException {
        IndexFolder mine = folder;
        if (mine == null) {
            mine = IndexFolder.take(root);
            folder = mine;
        }
        IndexFolder.Mark mark = mine.mark()
                .filter(kept -> kept.stamp().equals(now) && changes.reachesBackTo(kept.number()))
                .orElse(null);
        if (mark == null) {
            mine.clear();
        } else {
            followed.startAt(mark.number());
        }
        EvidenceIndex opened = EvidenceIndex.open(mine.index());
        stamp = now;
        whole = mark != null;
        index = opened;
        return opened;
    }

    private void rebuild(EvidenceIndex open, String now) throws IOException {
        long began = System.nanoTime();
        whole = false;
        Objects.requireNonNull(folder).unmark();
        open.empty();
        // what changes from here on is taken in afterwards, also what was put in before it changed
        followed.startAt(changes.settled());
        int count = 0;
        List<UUID> page = evidence.ids(null, PAGE);
        while (!page.isEmpty() && !ended) {
            put(open, page);
            count += page.size();
            page = evidence.ids(page.get(page.size() - 1), PAGE);
        }
        if (ended) {
            return;
        }
        stamp = now;
        takeChanges(open);
        whole = true;
        dirty = true;
        save(open);
        LOG.info(
                "The search index was made anew: {} documents in {} ms",
                count,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private void takeChanges(EvidenceIndex open) {
        List<Change> some = changes.after(followed.top(), followed.missing(), PAGE);
        while (!some.isEmpty() && !ended) {
            Set<UUID> documents = new LinkedHashSet<>();
            Set<UUID> requests = new LinkedHashSet<>();
            for (Change change : some) {
                if (change.document() != null) {
                    documents.add(change.document());
                }
                if (change.request() != null) {
                    requests.add(change.request());
                }
            }
            documents.addAll(evidence.ofRequests(requests));
            put(open, List.copyOf(documents));
            followed.took(some);
            dirty = true;
            some = some.size() < PAGE ? List.of() : changes.after(followed.top(), followed.missing(), PAGE);
        }
    }

    private void put(EvidenceIndex open, List<UUID> ids) {
        for (int from = 0; from < ids.size() && !ended; from += AT_ONCE) {
            List<UUID> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            List<SearchableDocument> documents = evidence.documents(some);
            Map<UUID, String> texts = evidence.texts(some);
            Set<UUID> gone = new HashSet<>(some);
            List<Entry> entries = new ArrayList<>();
            for (SearchableDocument document : documents) {
                gone.remove(document.id());
                entries.add(new Entry(document, texts.getOrDefault(document.id(), "")));
            }
            open.put(entries, gone);
            toErase |= whole && !gone.isEmpty();
        }
    }

    /** Now and then: writes how far the index has come, so that a later start goes on from there. */
    void keep() throws IOException {
        EvidenceIndex open = index;
        if (open == null || !whole) {
            return;
        }
        followed.settle(changes.settled());
        if (toErase) {
            toErase = false;
            open.erase();
            dirty = true;
        }
        if (dirty && System.nanoTime() - savedAt > SAVED_EVERY.toNanos()) {
            changes.forgetOld();
            save(open);
        }
    }

    private void save(EvidenceIndex open) throws IOException {
        open.flush();
        Objects.requireNonNull(folder).mark(new IndexFolder.Mark(stamp, followed.settled()));
        savedAt = System.nanoTime();
        dirty = false;
    }

    /** The index is not to be trusted: the next to ask has it made anew. */
    void discard() throws IOException {
        EvidenceIndex open = index;
        index = null;
        whole = false;
        if (open != null) {
            try {
                open.close();
            } catch (RuntimeException broken) {
                LOG.debug("The damaged index did not close", broken);
            }
        }
        if (folder != null) {
            folder.clear();
        }
    }

    /** Has what is at work stop soon. */
    void end() {
        ended = true;
    }

    void close() throws IOException {
        EvidenceIndex open = index;
        index = null;
        if (open != null) {
            if (whole && dirty) {
                save(open);
            }
            open.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
