package io.tickmark.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What happens on which day in all stories together: the clock moves forward only. */
final class DemoAgenda {

    private final NavigableMap<LocalDate, List<Act>> days = new TreeMap<>();

    private record Act(String told, Runnable act) {}

    /**
     * Enters an act; those of one day are played in the order in which they were entered.
     *
     * @param told what is said of it while the world loads; empty for nothing
     */
    void on(LocalDate day, String told, Runnable act) {
        days.computeIfAbsent(day, first -> new ArrayList<>()).add(new Act(told, act));
    }

    LocalDate begins() {
        return days.firstKey();
    }

    void play(Consumer<LocalDate> moveTo, Consumer<String> progress) {
        days.forEach((day, acts) -> {
            moveTo.accept(day);
            acts.forEach(act -> {
                if (!act.told().isEmpty()) {
                    progress.accept(act.told());
                }
                act.act().run();
            });
        });
    }
}
