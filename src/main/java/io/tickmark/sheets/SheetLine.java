package io.tickmark.sheets;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * One line of a list.
 *
 * @param number where it starts in the file; the first is line 1
 * @param cells by column, as written; empty where the line has not as many as the heading
 * @param count how many cells it has
 */
public record SheetLine(int number, Map<String, String> cells, int count) {

    private static final Pattern GAP = Pattern.compile("\\s+");

    /** Whether it has as many cells as the heading. */
    public boolean isWhole() {
        return !cells.isEmpty();
    }

    /** On one line, trimmed, without the sign that our own lists put before what looks like a formula; empty if absent. */
    public String cell(String column) {
        return GAP.matcher(Formula.unmarked(cells.getOrDefault(column, "").strip()))
                .replaceAll(" ");
    }
}
