package io.tickmark.sheets;

import io.tickmark.kernel.Malformed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a list can be taken along as. */
public enum SheetFormat {
    CSV("text/csv;charset=UTF-8") {
        @Override
        public byte[] write(String name, List<String> heading, List<List<@Nullable Object>> rows) {
            return CsvFile.write(heading, rows);
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public byte[] write(String name, List<String> heading, List<List<@Nullable Object>> rows) {
            return XlsxFile.write(name, heading, rows);
        }
    };

    private final String contentType;

    SheetFormat(String contentType) {
        this.contentType = contentType;
    }

    /**
     * @param word {@code csv} or {@code xlsx}
     * @throws Malformed for another
     */
    public static SheetFormat of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Malformed("format is csv or xlsx."));
    }

    /** As it stands in an address, and as the ending of a file's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String contentType() {
        return contentType;
    }

    /**
     * The whole file. No cell of it is a formula, whatever people wrote.
     *
     * @param name the sheet's, at most 31 characters; CSV has none
     * @param rows each as long as the heading; texts, numbers, {@link java.time.LocalDate}s and nulls
     */
    public abstract byte[] write(String name, List<String> heading, List<List<@Nullable Object>> rows);
}
