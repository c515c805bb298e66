package io.tickmark.sheets;

import io.tickmark.kernel.Refused;
import java.util.ArrayList;
import java.util.List;

/**
 * The upper left corner of a sheet, to be looked at; nothing of it is understood.
 *
 * @param rows cells as they are shown; rows may be of different lengths
 * @param more whether something lies outside of the corner
 */
public record SheetCorner(List<List<String>> rows, boolean more) {

    public SheetCorner {
        rows = List.copyOf(rows);
    }

    /**
     * Of UTF-8 text as CSV (RFC 4180), or of the first sheet of an XLSX workbook.
     *
     * @throws Refused when the file is neither, is damaged, or is a bomb
     */
    public static SheetCorner of(byte[] file, int mostRows, int mostColumns) {
        Corner corner = new Corner(mostRows, mostColumns);
        try {
            if (XlsxRows.isOne(file)) {
                XlsxRows.read(file, corner);
            } else {
                CsvRows.read(file, corner);
            }
        } catch (Enough seen) {
            corner.more = true;
        }
        return new SheetCorner(corner.rows, corner.more);
    }

    /** Stops reading; it carries nothing. */
    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    private static final class Corner implements Rows {

        private final int mostRows;
        private final int mostColumns;
        private final List<List<String>> rows = new ArrayList<>();
        private boolean more;

        Corner(int mostRows, int mostColumns) {
            this.mostRows = mostRows;
            this.mostColumns = mostColumns;
        }

        @Override
        public void row(int number, List<String> cells, boolean ragged) {
            if (rows.size() == mostRows) {
                throw new Enough();
            }
            more |= cells.size() > mostColumns;
            rows.add(List.copyOf(cells.subList(0, Math.min(cells.size(), mostColumns))));
        }
    }
}
