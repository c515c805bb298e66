package io.tickmark.sheets;

import io.tickmark.kernel.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads the first sheet of an XLSX workbook as it streams by. */
final class XlsxRows {

    /** Far above any list, and what a bomb may cost: a workbook's parts are held in memory while it is read. */
    private static final long MOST_BYTES_INSIDE = 64L << 20;

    private static final int MOST_COLUMNS = 200;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private XlsxRows() {}

    static boolean isOne(byte[] file) {
        if (startsWith(file, OLE)) {
            throw new Refused(
                    "file", "The file is an older workbook, or has a password: save it as XLSX without one, or as CSV");
        }
        return startsWith(file, ZIP);
    }

    private static boolean startsWith(byte[] file, byte[] sign) {
        return file.length >= sign.length && java.util.Arrays.equals(file, 0, sign.length, sign, 0, sign.length);
    }

    static void read(byte[] file, Rows rows) {
        refuseBombs(file);
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(file))) {
            XSSFReader reader = new XSSFReader(workbook);
            var sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw new Refused("file", "The workbook has no sheet");
            }
            try (InputStream first = sheets.next()) {
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(new XSSFSheetXMLHandler(
                        reader.getStylesTable(),
                        null,
                        new ReadOnlySharedStringsTable(workbook),
                        new Cells(rows),
                        new PlainValues(),
                        false));
                xml.parse(new InputSource(first));
            }
        } catch (IOException
                | SAXException
                | javax.xml.parsers.ParserConfigurationException
                | OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | IllegalArgumentException broken) {
            Refused refused = new Refused(
                    "file", "The workbook cannot be read: open it, save it as XLSX once more, or save it as CSV UTF-8");
            refused.initCause(broken);
            throw refused;
        }
    }

    private static void refuseBombs(byte[] file) {
        byte[] part = new byte[1 << 16];
        long inside = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                for (int n = zip.read(part); n >= 0; n = zip.read(part)) {
                    inside += n;
                    if (inside > MOST_BYTES_INSIDE) {
                        throw new Refused(
                                "file",
                                "The workbook holds more than " + (MOST_BYTES_INSIDE >> 20)
                                        + " MiB unpacked: send the list alone, without what is not needed");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            Refused refused = new Refused("file", "The workbook is damaged: save it once more, or as CSV UTF-8");
            refused.initCause(broken);
            throw refused;
        }
    }

    /** Puts the cells that a workbook has into rows without gaps. */
    private static final class Cells implements SheetContentsHandler {

        private final Rows rows;
        private List<String> row = new ArrayList<>();

        Cells(Rows rows) {
            this.rows = rows;
        }

        @Override
        public void startRow(int number) {
            row = new ArrayList<>();
        }

        @Override
        public void cell(@Nullable String place, @Nullable String shown, @Nullable XSSFComment comment) {
            int column = place == null ? row.size() : new CellReference(place).getCol();
            if (column >= MOST_COLUMNS) {
                if (shown == null || shown.isBlank()) {
                    return;
                }
                throw new Refused("file", "The sheet has more than " + MOST_COLUMNS + " columns");
            }
            while (row.size() < column) {
                row.add("");
            }
            row.add(shown == null ? "" : shown);
        }

        @Override
        public void endRow(int number) {
            rows.row(number + 1, row, true);
        }
    }
}
