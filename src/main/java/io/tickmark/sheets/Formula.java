package io.tickmark.sheets;

/**
 * What a spreadsheet would run when it opens a CSV file. A quote before it makes it text (OWASP, "CSV Injection"); the
 * quote goes again when our own list comes back.
 */
final class Formula {

    private static final String STARTS = "=+-@\t\r\n";
    private static final char QUOTE = '\'';

    private Formula() {}

    static boolean looksLikeOne(String cell) {
        return !cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0;
    }

    static String marked(String cell) {
        return looksLikeOne(cell) ? QUOTE + cell : cell;
    }

    static String unmarked(String cell) {
        boolean marked = cell.length() > 1 && cell.charAt(0) == QUOTE && looksLikeOne(cell.substring(1));
        return marked ? cell.substring(1) : cell;
    }
}
