package io.tickmark.fieldwork;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of the period whose evidence is collected together, on its last day: so the last one is asked for before the
 * period is over and the work on it is counted as open.
 *
 * @param from first day
 * @param to last day, inclusive
 */
record CollectionWindow(LocalDate from, LocalDate to) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** As in "1 January 2026 to 31 January 2026", or one day. */
    String label() {
        return from.equals(to) ? DAY.format(from) : DAY.format(from) + " to " + DAY.format(to);
    }

    /** What of it is after the day, which lies before its end. */
    CollectionWindow after(LocalDate day) {
        return from.isAfter(day) ? this : new CollectionWindow(day.plusDays(1), to);
    }

    /** The period cut into windows of one length; the last may be shorter. */
    static List<CollectionWindow> all(LocalDate start, LocalDate end, Period every) {
        List<CollectionWindow> windows = new ArrayList<>();
        LocalDate from = start;
        while (!from.isAfter(end)) {
            // counted from the start, since a month added to 31 January and again gives 28 March
            LocalDate next = start.plus(every.multipliedBy(windows.size() + 1));
            LocalDate last = next.minusDays(1);
            windows.add(new CollectionWindow(from, last.isAfter(end) ? end : last));
            from = next;
        }
        return windows;
    }
}
