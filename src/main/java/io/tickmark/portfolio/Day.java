package io.tickmark.portfolio;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date as a page tells it, and how far away it is, by the same rule as everywhere else.
 *
 * @param kind {@code bad}, {@code soon} or {@code good}
 */
record Day(LocalDate date, String text, String left, String kind) {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int SOON = 3;

    static @Nullable Day of(@Nullable LocalDate date, LocalDate today) {
        if (date == null) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(today, date);
        String left = days < 0 ? -days + " d late" : days == 0 ? "today" : "in " + days + " d";
        return new Day(date, words(date), left, days < 0 ? "bad" : days <= SOON ? "soon" : "good");
    }

    static String words(LocalDate date) {
        return WORDS.format(date).replace(' ', '\u00a0');
    }
}
