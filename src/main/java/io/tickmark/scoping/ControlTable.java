package io.tickmark.scoping;

import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A control list as a table: UTF-8 text, columns by their headings, values by column. What is no table is refused. */
final class ControlTable {

    static final List<String> COLUMNS =
            List.of("id", "title", "description", "criteria", "frequency", "nature", "evidence_requests");

    private static final int MOST_LINES = 5000;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** Cells of one line by column; {@code cells} is empty where the line has not as many as the heading. */
    record Line(int number, Map<String, String> cells, int count) {}

    private final List<Line> lines = new ArrayList<>();
    private List<String> heading = List.of();

    private ControlTable() {}

    static ControlTable of(byte[] file) {
        ControlTable table = new ControlTable();
        int before = 0;
        try (CSVParser rows = CSVFormat.RFC4180.parse(new StringReader(text(file)))) {
            var each = rows.iterator();
            while (each.hasNext()) {
                table.add(before + 1, each.next());
                before = (int) rows.getCurrentLineNumber();
            }
        } catch (CSVException | UncheckedIOException broken) {
            throw new Refused(
                    "line " + (before + 1) + ": quotes",
                    "The line cannot be read: a value that holds commas or line breaks stands in double quotes, and"
                            + " a double quote inside it is written twice");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (table.lines.isEmpty()) {
            throw new Refused("file", "The file holds no control: below the heading each line is one control");
        }
        return table;
    }

    List<Line> lines() {
        return lines;
    }

    int width() {
        return heading.size();
    }

    private void add(int number, CSVRecord row) {
        if (heading.isEmpty()) {
            heading = heading(row);
        } else if (row.size() > 1 || !row.get(0).isBlank()) {
            if (lines.size() == MOST_LINES) {
                throw new Refused("file", "One file holds at most " + MOST_LINES + " controls");
            }
            lines.add(new Line(number, cells(row), row.size()));
        }
    }

    private Map<String, String> cells(CSVRecord row) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (row.size() == heading.size()) {
            for (int i = 0; i < row.size(); i++) {
                cells.put(heading.get(i), row.get(i));
            }
        }
        return cells;
    }

    private static List<String> heading(CSVRecord row) {
        List<String> found =
                row.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
        List<Refusal> refusals = new ArrayList<>();
        for (String column : COLUMNS) {
            long times = found.stream().filter(column::equals).count();
            if (times != 1) {
                refusals.add(new Refusal(
                        "line 1: " + column,
                        "The heading must name the column '" + column + "' once, separated by commas; the columns are "
                                + String.join(",", COLUMNS)));
            }
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return found;
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
            if (text.isBlank()) {
                throw new Refused("file", "The file is empty; it is CSV with the columns " + String.join(",", COLUMNS));
            }
            return text;
        } catch (CharacterCodingException otherCharset) {
            throw new Refused("file", "The file is not UTF-8 text: save it as 'CSV UTF-8'");
        }
    }
}
