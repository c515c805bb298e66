package io.tickmark.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file that is called a delimited list as one. The parser guesses what is one from its content, and takes a
 * short list for any text: a population of ten records would have no rows.
 */
final class DelimitedText {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final Set<String> TEXTS = Set.of("text/plain", "text/csv", "text/tsv", "text/tab-separated-values");
    private static final int LOOKED_AT = 8192;

    private DelimitedText() {}

    static boolean is(String name, String type) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (lower.endsWith(".csv") || lower.endsWith(".tsv")) && TEXTS.contains(type);
    }

    /** False when it is no list after all, such as one whose quotes do not end; then nothing of it is to be used. */
    static boolean read(Path file, @Nullable String encoding, Gathered into) {
        try (BufferedReader text = Files.newBufferedReader(file, charset(encoding))) {
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter(text))
                    .setIgnoreEmptyLines(true)
                    .get();
            try (CSVParser records =
                    CSVParser.builder().setReader(text).setFormat(format).get()) {
                for (CSVRecord record : records) {
                    into.row(record);
                }
            }
            into.table();
            return true;
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException odd) {
            return false;
        }
    }

    private static Charset charset(@Nullable String encoding) {
        try {
            return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    static @Nullable String encoding(Metadata metadata) {
        return metadata.get(Metadata.CONTENT_ENCODING);
    }

    /** The one that the first line has most of. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(LOOKED_AT);
        char[] start = new char[LOOKED_AT];
        int length = text.read(start, 0, LOOKED_AT);
        text.reset();
        String line = length <= 0
                ? ""
                : new String(start, 0, length).lines().findFirst().orElse("");
        char best = DELIMITERS[0];
        for (char delimiter : DELIMITERS) {
            if (count(line, delimiter) > count(line, best)) {
                best = delimiter;
            }
        }
        return best;
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }
}
