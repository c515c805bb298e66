package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where tokens live and end together: a process, a sub-process, or a process that is called; one for each way to it. */
final class Area {

    final @Nullable Area outer;

    /** The sub-process or call whose inside this is; null for the process looked at. */
    final @Nullable Part owner;

    final List<Spot> spots = new ArrayList<>();
    final List<Area> inner = new ArrayList<>();

    Area(@Nullable Area outer, @Nullable Part owner) {
        this.outer = outer;
        this.owner = owner;
        if (outer != null) {
            outer.inner.add(this);
        }
    }

    boolean isEventSubProcess() {
        return owner != null && owner.isEventSubProcess();
    }

    boolean isRepeated() {
        return owner != null && !isEventSubProcess() && owner.loop() != null;
    }

    boolean isWithin(Area other) {
        for (Area area = this; area != null; area = area.outer) {
            if (area == other) {
                return true;
            }
        }
        return false;
    }

    int depth() {
        int depth = 0;
        for (Area area = outer; area != null; area = area.outer) {
            depth++;
        }
        return depth;
    }

    /** Everything inside, at any depth. */
    List<Spot> all() {
        List<Spot> all = new ArrayList<>(spots);
        inner.forEach(area -> all.addAll(area.all()));
        return all;
    }
}
