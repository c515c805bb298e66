package io.tickmark.fieldwork;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/**
 * The collection of one control's evidence for one window, as the plan's rhythm for this control has it.
 *
 * @param control its reference
 * @param locations where it runs, each asked apart; empty where it runs in one place
 */
record PlannedCollection(String control, List<String> locations, CollectionWindow window) {

    /**
     * How often a control's evidence is collected. The rhythm is the plan's and never the control's own: a daily control
     * is asked for its month, not every day.
     */
    record Rhythm(String control, Period every, List<String> locations) {

        List<PlannedCollection> within(LocalDate start, LocalDate end) {
            return CollectionWindow.all(start, end, every).stream()
                    .map(window -> new PlannedCollection(control, locations, window))
                    .toList();
        }
    }

    /** What of it is after the day, which lies before its end. */
    PlannedCollection after(LocalDate day) {
        return new PlannedCollection(control, locations, window.after(day));
    }
}
