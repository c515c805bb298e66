package io.tickmark.kills;

import io.tickmark.kills.Deed.Kind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What was asked of the application, told to nobody but the test: what it must have kept, and what it may have. */
final class Ledger {

    private final List<Deed> deeds = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean over;
    private int checked;

    void add(Deed deed) {
        deeds.add(deed);
    }

    /** A name that nothing else here has. */
    String unique(String stem) {
        return stem + "-" + numbers.incrementAndGet();
    }

    List<Deed> all() {
        return deeds;
    }

    List<Deed> taken(Kind kind) {
        return deeds.stream()
                .filter(deed -> deed.kind() == kind && deed.taken())
                .toList();
    }

    List<Deed> unanswered() {
        return deeds.stream().filter(deed -> deed.answer() == null).toList();
    }

    /** What was added since this was asked last. */
    List<Deed> sinceLast() {
        List<Deed> recent = List.copyOf(deeds.subList(checked, deeds.size()));
        checked += recent.size();
        return recent;
    }

    boolean over() {
        return over;
    }

    void over(boolean now) {
        over = now;
    }
}
