package io.tickmark.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tickmark.kernel.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    private static final SheetColumns COLUMNS =
            new SheetColumns("request", List.of("title", "due"), List.of("owner"), 5);

    @Test
    void aWorkbookIsReadByItsHeadingWithDatesAsDays() throws IOException {
        Sheet sheet = Sheet.read(
                workbook(s -> {
                    row(s, 0, " Due ", "Title", "Remark");
                    Row row = s.createRow(2);
                    XSSFCellStyle day = s.getWorkbook().createCellStyle();
                    day.setDataFormat((short) 14);
                    row.createCell(0).setCellValue(LocalDate.of(2026, 3, 31));
                    row.getCell(0).setCellStyle(day);
                    row.createCell(1).setCellValue("List of joiners 📦\nby month");
                }),
                COLUMNS);
        assertThat(sheet.lines()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(3);
            assertThat(line.cell("title")).isEqualTo("List of joiners 📦 by month");
            assertThat(line.cell("due")).isEqualTo("2026-03-31");
            assertThat(line.cell("remark")).isEmpty();
        });
        assertThat(sheet.has("owner")).isFalse();
    }

    @Test
    void numbersTruthsAndFormulasAreReadAsTheWorkbookShowsThem() throws IOException {
        Sheet sheet = Sheet.read(
                workbook(s -> {
                    row(s, 0, "title", "due", "owner");
                    Row row = s.createRow(1);
                    row.createCell(0).setCellValue(1250);
                    row.createCell(1).setCellFormula("1+1");
                    row.getCell(1).setCellValue(2);
                    row.createCell(2).setCellValue(true);
                }),
                COLUMNS);
        assertThat(sheet.lines().get(0).cells()).isEqualTo(Map.of("title", "1250", "due", "2", "owner", "TRUE"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadBackUnchanged(SheetFormat format) {
        List<List<@Nullable Object>> rows = List.of(
                Arrays.asList("=HYPERLINK(\"http://example.org\",\"x\")", LocalDate.of(2026, 1, 2), "-1"),
                Arrays.asList("Two \"lines\",\nand 🔑", null, "@ann"));
        Sheet sheet = Sheet.read(format.write("Requests", List.of("title", "due", "owner"), rows), COLUMNS);
        assertThat(sheet.lines())
                .extracting(l -> List.of(l.cell("title"), l.cell("due"), l.cell("owner")))
                .containsExactly(
                        List.of("=HYPERLINK(\"http://example.org\",\"x\")", "2026-01-02", "-1"),
                        List.of("Two \"lines\", and 🔑", "", "@ann"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void noCellIsAFormula(String hostile) throws IOException {
        List<List<@Nullable Object>> rows = List.of(List.of(hostile));
        assertThat(new String(SheetFormat.CSV.write("x", List.of("title"), rows), StandardCharsets.UTF_8))
                .containsPattern("\r\n\"?'");
        byte[] file = SheetFormat.XLSX.write("x", List.of("title"), rows);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var cell = workbook.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void aWorkbookThatUnpacksToTooMuchIsRefused() throws IOException {
        byte[] bomb = with(good(), "xl/media/zeros.bin", new byte[65 << 20]);
        assertThat(bomb).hasSizeLessThan(200_000);
        refused(bomb, "64 MiB");
    }

    @Test
    void aWorkbookWithADoctypeIsRefusedAndReadsNoFile() throws IOException {
        String sheet = "<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        refused(with(good(), "xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_8)), "cannot be read");
    }

    @Test
    void whatIsNoWorkbookInsideIsRefused() throws IOException {
        refused(new byte[] {'P', 'K', 3, 4, 0, 0}, "cannot be read");
        refused(with(new byte[0], "readme.txt", "hello".getBytes(StandardCharsets.UTF_8)), "cannot be read");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "password");
        byte[] good = good();
        refused(Arrays.copyOf(good, good.length / 2), "file");
    }

    @Test
    void tooManyLinesAreRefused() {
        refused("title,due\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n".getBytes(StandardCharsets.UTF_8), "at most 5 lines");
    }

    @Test
    void linesThatHoldNothingAreNoLines() throws IOException {
        assertThat(Sheet.read("title,due\n,\n\n1,2\n , \n".getBytes(StandardCharsets.UTF_8), COLUMNS)
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line.number()).isEqualTo(4));
    }

    private static void refused(byte[] file, String word) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Sheet.read(file, COLUMNS))
                .satisfies(refused -> assertThat(refused.refusals().toString()).contains(word));
    }

    private static byte[] good() throws IOException {
        return workbook(s -> {
            row(s, 0, "title", "due");
            row(s, 1, "A", "B");
        });
    }

    private static void row(XSSFSheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    private static byte[] workbook(Consumer<XSSFSheet> fill) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            fill.accept(workbook.createSheet("First"));
            row(workbook.createSheet("Second"), 0, "nothing of ours");
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** The same archive with one part put in or replaced. */
    private static byte[] with(byte[] archive, String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes);
                ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
