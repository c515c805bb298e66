package io.tickmark.sheets;

import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A list as a table: columns by their headings in any order, values by column. What is no table is refused. */
public final class Sheet {

    private final SheetColumns columns;
    private final List<SheetLine> lines = new ArrayList<>();
    private List<String> heading = List.of();

    private Sheet(SheetColumns columns) {
        this.columns = columns;
    }

    /**
     * Reads UTF-8 text as CSV (RFC 4180), or the first sheet of an XLSX workbook: dates as {@code 2026-11-23}, formulas by
     * their last result.
     *
     * @throws Refused when the file is no such list, has not the columns, no line or too many
     */
    public static Sheet read(byte[] file, SheetColumns columns) {
        Sheet sheet = new Sheet(columns);
        if (XlsxRows.isOne(file)) {
            XlsxRows.read(file, sheet::add);
        } else {
            CsvRows.read(file, sheet::add);
        }
        if (sheet.lines.isEmpty()) {
            throw new Refused(
                    "file",
                    "The file holds no " + columns.line() + ": below a heading with the columns " + columns.words()
                            + " each line is one " + columns.line());
        }
        return sheet;
    }

    /** In the order of the file. */
    public List<SheetLine> lines() {
        return lines;
    }

    /** How many columns the heading names. */
    public int width() {
        return heading.size();
    }

    /** Whether the heading names the column. */
    public boolean has(String column) {
        return heading.contains(column);
    }

    private void add(int number, List<String> row, boolean ragged) {
        if (row.stream().allMatch(String::isBlank)) {
            return;
        }
        if (heading.isEmpty()) {
            heading = heading(number, row);
            return;
        }
        if (lines.size() == columns.mostLines()) {
            throw new Refused("file", "One file holds at most " + columns.mostLines() + " lines below the heading");
        }
        List<String> cells = ragged ? fitted(row) : row;
        lines.add(new SheetLine(number, byColumn(cells), cells.size()));
    }

    /** A workbook leaves out what is empty at a line's end, or keeps cells there that once held something. */
    private List<String> fitted(List<String> row) {
        List<String> cells = new ArrayList<>(row);
        while (cells.size() < heading.size()) {
            cells.add("");
        }
        while (cells.size() > heading.size() && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    private Map<String, String> byColumn(List<String> row) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (row.size() == heading.size()) {
            for (int i = 0; i < row.size(); i++) {
                cells.putIfAbsent(heading.get(i), row.get(i));
            }
        }
        return cells;
    }

    private List<String> heading(int number, List<String> row) {
        List<String> found = new ArrayList<>(
                row.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList());
        while (!found.isEmpty() && found.get(found.size() - 1).isEmpty()) {
            found.remove(found.size() - 1);
        }
        List<Refusal> refusals = new ArrayList<>();
        for (String column : columns.needed()) {
            if (times(found, column) != 1) {
                refusals.add(new Refusal(
                        "line " + number + ": " + column,
                        "The heading must name the column '" + column + "' once, separated by commas; the columns are "
                                + columns.words()));
            }
        }
        for (String column : columns.others()) {
            if (times(found, column) > 1) {
                refusals.add(new Refusal(
                        "line " + number + ": " + column, "The heading names '" + column + "' more than once"));
            }
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return found;
    }

    private static long times(List<String> heading, String column) {
        return heading.stream().filter(column::equals).count();
    }
}
