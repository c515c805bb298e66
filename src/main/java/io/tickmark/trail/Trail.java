package io.tickmark.trail;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of business events: one chain per engagement, and one for the firm. Who may read it is for the caller to
 * decide. The canonical form and the export are described in docs/trail.md.
 *
 * <p>Recording locks the chain until the caller's transaction ends, so record late; who records in an engagement and
 * for the firm does it in this order. Facts may be text, whole numbers up to 2^53 - 1, booleans, null, {@code
 * LocalDate}, {@code Instant} (kept in whole seconds), {@code UUID} and enums (kept as text), and lists and maps of
 * these, 32 deep at most. Anything else is an {@link IllegalArgumentException}: a defect of the caller.
 */
@Component
public class Trail {

    /** Stands where an engagement's id would, in the chain of events that belong to no engagement. */
    public static final String FIRM = "firm";

    /** The actor's username and name when nobody acts: a timer, a reconciler. */
    public static final String SYSTEM = "system";

    private static final Pattern EVENT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX_EVENT = 80;

    private final Chains chains;
    private final Clock clock;

    Trail(Chains chains, Clock clock) {
        this.chains = chains;
        this.clock = clock;
    }

    /**
     * Appends to the engagement's chain, in the caller's transaction (one must be there) and gone with it on rollback.
     * Where two transactions record the very first entry of one chain at once, one may fail with a {@link
     * org.springframework.dao.ConcurrencyFailureException} and be tried again.
     *
     * @param event what happened, past tense in kebab-case, at most 80 characters: {@code evidence-accepted}
     * @param actor who acts, or null for the system itself
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry record(
            EngagementId engagement,
            String event,
            @Nullable Actor actor,
            Map<String, ? extends @Nullable Object> facts) {
        return append(engagement.toString(), event, actor, facts);
    }

    /** As {@link #record}, in the chain of the firm: people, models, releases. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry recordFirm(String event, @Nullable Actor actor, Map<String, ? extends @Nullable Object> facts) {
        return append(FIRM, event, actor, facts);
    }

    private Entry append(
            String chain, String event, @Nullable Actor actor, Map<String, ? extends @Nullable Object> facts) {
        if (event.length() > MAX_EVENT || !EVENT.matcher(event).matches()) {
            throw new IllegalArgumentException(
                    "An event's name is kebab-case of at most " + MAX_EVENT + " characters, not \"" + event + "\"");
        }
        Map<String, @Nullable Object> plain = Facts.plain(facts);
        String factsText = CanonicalJson.of(plain);
        String at = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        String username = actor == null ? SYSTEM : Facts.wellFormed(actor.username());
        String name = actor == null ? SYSTEM : Facts.wellFormed(actor.name());
        Chains.KeptRow kept = chains.append(
                chain, head -> new Row(chain, head.seq() + 1, at, username, name, event, factsText, head.hash()));
        return kept.row().entry(kept.hash(), plain);
    }

    /** Entries after the given number (0: from the first), in order, at most {@code limit} of them. */
    public List<Entry> of(EngagementId engagement, long afterSeq, int limit) {
        return chains.entries(engagement.toString(), afterSeq, limit);
    }

    /** As {@link #of}, of the firm's chain. */
    public List<Entry> ofFirm(long afterSeq, int limit) {
        return chains.entries(FIRM, afterSeq, limit);
    }

    /**
     * Of several chains at once, the newest entries after a number each, newest first; one statement. Of each chain only
     * the last hundred entries are looked at, however long it is.
     *
     * @param after at least one
     * @param events the names that count; at least one
     * @param notBy a username whose own entries are left out
     */
    public List<Entry> newest(Map<EngagementId, Long> after, Set<String> events, String notBy, int limit) {
        return chains.newest(after, events, notBy, limit);
    }

    /** The last entry's number and hash, for somebody to keep; 0 and {@link Checkpoint#GENESIS} before the first. */
    public Checkpoint head(EngagementId engagement) {
        return chains.head(engagement.toString());
    }

    /** As {@link #head}, of the firm's chain. */
    public Checkpoint firmHead() {
        return chains.head(FIRM);
    }

    /**
     * Writes the whole chain as JSON Lines ({@code application/x-ndjson}), for {@link TrailVerifier} to check. Reads in
     * portions, needs no transaction, and leaves out what is recorded while it writes. Does not close the writer.
     */
    public void export(EngagementId engagement, Writer out) throws IOException {
        new Export(chains, clock).write(engagement.toString(), out);
    }

    /** As {@link #export}, of the firm's chain. */
    public void exportFirm(Writer out) throws IOException {
        new Export(chains, clock).write(FIRM, out);
    }
}
