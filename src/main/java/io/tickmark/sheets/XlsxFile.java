package io.tickmark.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workbook with one sheet: the heading stays in sight, columns can be filtered, texts are texts. */
final class XlsxFile {

    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;
    private static final int UNITS_PER_SIGN = 256;
    private static final int LONGEST_CELL = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private final XSSFWorkbook workbook;
    private final Sheet sheet;
    private final CellStyle text;
    private final CellStyle quoted;
    private final CellStyle day;

    private XlsxFile(XSSFWorkbook workbook, String name) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet(name);
        this.text = style(true);
        // what looks like a formula stays text when its cell is opened and left again
        this.quoted = style(true);
        quoted.setQuotePrefixed(true);
        this.day = style(false);
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        day.setAlignment(HorizontalAlignment.LEFT);
    }

    static byte[] write(String name, List<String> heading, List<List<@Nullable Object>> rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XlsxFile file = new XlsxFile(workbook, name);
            file.heading(heading);
            for (int i = 0; i < rows.size(); i++) {
                file.row(i + 1, rows.get(i));
            }
            file.sheet.setAutoFilter(new CellRangeAddress(0, rows.size(), 0, heading.size() - 1));
            file.widths(heading, rows);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private CellStyle style(boolean wrapped) {
        CellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(wrapped);
        return style;
    }

    private void heading(List<String> heading) {
        CellStyle bold = style(false);
        Font font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        Row row = sheet.createRow(0);
        for (int i = 0; i < heading.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(heading.get(i));
            cell.setCellStyle(bold);
        }
        sheet.createFreezePane(0, 1);
    }

    private void row(int number, List<@Nullable Object> values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                fill(row.createCell(i), value);
            }
        }
    }

    private void fill(Cell cell, Object value) {
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(text);
        } else {
            String words = value.toString();
            cell.setCellValue(words.length() <= LONGEST_CELL ? words : words.substring(0, LONGEST_CELL - 1) + "…");
            cell.setCellStyle(Formula.looksLikeOne(words) ? quoted : text);
        }
    }

    /** By what stands in them: measuring in the typeface would need one on every machine. */
    private void widths(List<String> heading, List<List<@Nullable Object>> rows) {
        for (int i = 0; i < heading.size(); i++) {
            int column = i;
            int longest = rows.stream()
                    .map(row -> row.get(column))
                    .mapToInt(value -> value == null ? 0 : value.toString().length())
                    .max()
                    .orElse(0);
            int signs = Math.max(Math.max(longest, heading.get(i).length() + 4), NARROWEST);
            sheet.setColumnWidth(i, (Math.min(signs, WIDEST) + 2) * UNITS_PER_SIGN);
        }
    }
}
