package io.tickmark.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** CSV as Excel opens it by a double click: a byte order mark tells it the charset. */
final class CsvFile {

    private CsvFile() {}

    static byte[] write(List<String> heading, List<List<@Nullable Object>> rows) {
        StringBuilder text = new StringBuilder("\ufeff");
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(heading);
            for (List<@Nullable Object> row : rows) {
                csv.printRecord(row.stream().map(CsvFile::cell));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        return value == null ? "" : Formula.marked(value.toString());
    }
}
