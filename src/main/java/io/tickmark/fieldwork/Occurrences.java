package io.tickmark.fieldwork;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;

/** The occurrences of a control that runs by the calendar: nobody has to list the months of a period. */
final class Occurrences {

    private static final Map<String, Period> EVERY = Map.of(
            "annual", Period.ofYears(1),
            "semiannual", Period.ofMonths(6),
            "quarterly", Period.ofMonths(3),
            "monthly", Period.ofMonths(1),
            "weekly", Period.ofWeeks(1));

    private Occurrences() {}

    /** Whether the calendar says how often the control runs; what runs on an event is counted by a population only. */
    static boolean areByCalendar(String frequency) {
        return !frequency.equals("per_event");
    }

    /** One for each time it is due from the first day to the last; day by day for what runs daily or all the time. */
    static List<CollectionWindow> of(String frequency, LocalDate from, LocalDate to) {
        return CollectionWindow.all(from, to, EVERY.getOrDefault(frequency, Period.ofDays(1)));
    }
}
