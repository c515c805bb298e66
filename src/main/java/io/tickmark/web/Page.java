package io.tickmark.web;

import io.tickmark.kernel.Malformed;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as every list answers.
 *
 * @param next what to send as {@code cursor} for the page after this one, or null when this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** The whole list at once. */
    public static <T> Page<T> all(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * Cuts a page out of rows that were read with {@code limit + 1}: the one too many only tells that there is a next
     * page.
     *
     * @param place the fields that the rows are sorted by, as they stand in the last row shown
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> place) {
        if (rows.size() <= limit) {
            return all(rows);
        }
        return new Page<>(
                rows.subList(0, limit), place.apply(rows.get(limit - 1)).text());
    }

    /** The asked-for number of rows: 50 when null; outside 1 to 200 it throws {@link Malformed}. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1 || asked > MOST) {
            throw new Malformed("limit is a number from 1 to " + MOST + ", not " + asked + ".");
        }
        return asked;
    }
}
