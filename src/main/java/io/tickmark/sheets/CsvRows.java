package io.tickmark.sheets;

import io.tickmark.kernel.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Reads CSV in UTF-8, with or without a byte order mark. */
final class CsvRows {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private CsvRows() {}

    static void read(byte[] file, Rows rows) {
        int before = 0;
        try (CSVParser parsed = CSVFormat.RFC4180.parse(new StringReader(text(file)))) {
            var each = parsed.iterator();
            while (each.hasNext()) {
                rows.row(before + 1, each.next().toList(), false);
                before = (int) parsed.getCurrentLineNumber();
            }
        } catch (CSVException | UncheckedIOException broken) {
            throw new Refused(
                    "line " + (before + 1) + ": quotes",
                    "The line cannot be read: a value that holds commas or line breaks stands in double quotes, and"
                            + " a double quote inside it is written twice");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException otherCharset) {
            throw new Refused("file", "The file is neither XLSX nor UTF-8 text: save it as 'CSV UTF-8' or as XLSX");
        }
    }
}
