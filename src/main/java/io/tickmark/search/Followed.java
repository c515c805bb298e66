package io.tickmark.search;

import io.tickmark.evidence.EvidenceChanges.Change;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far an index has come in the numbers of changes. A number is given before its transaction commits, so one that is
 * passed over may still come; it is waited for until it is settled that it was rolled back.
 */
final class Followed {

    /** A database may leave out many at once, as after a restart; so many may still come. */
    private static final int MOST_MISSING = 500;

    private long settled;
    private long top;
    private final TreeSet<Long> missing = new TreeSet<>();

    /** Everything up to the number is in. */
    void startAt(long number) {
        settled = number;
        top = number;
        missing.clear();
    }

    long top() {
        return top;
    }

    Set<Long> missing() {
        return Set.copyOf(missing);
    }

    /** These are in now. */
    void took(List<Change> changes) {
        for (Change change : changes) {
            long number = change.number();
            missing.remove(number);
            for (long n = Math.max(top + 1, number - MOST_MISSING); n < number; n++) {
                missing.add(n);
            }
            top = Math.max(top, number);
        }
        while (missing.size() > MOST_MISSING) {
            missing.pollFirst();
        }
    }

    /** Before the number nothing comes any more. */
    void settle(long number) {
        missing.headSet(number, true).clear();
        settled = Math.max(settled, Math.min(number, top));
    }

    /** From here a later run goes on. */
    long settled() {
        return settled;
    }
}
