package io.tickmark.reporting;

import static io.tickmark.reporting.ReportFixture.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ReportDocxTest {

    private static final ReportMarkup MARKUP = new ReportMarkup();

    @Test
    void itSaysWordByWordWhatThePdfIsMadeOf() throws IOException {
        String markup = MARKUP.of(aReport().withDeviations().draft(2).content());
        Element body = Xhtml.first(ReportMarkup.parsed(markup).getDocumentElement(), "body");
        List<String> expected = new ArrayList<>();
        for (Element part : Xhtml.elements(body)) {
            if (!Xhtml.is(part, "running-head") && !Xhtml.is(part, "running-foot")) {
                expected.addAll(words(Xhtml.text(part)));
            }
        }
        try (XWPFDocument word = read(markup)) {
            List<String> said = new ArrayList<>();
            for (IBodyElement element : word.getBodyElements()) {
                said.addAll(words(text(element)));
            }
            assertThat(String.join(" ", said).replace(" ", ""))
                    .isEqualTo(String.join(" ", expected).replace(" ", ""));
        }
    }

    @Test
    void headingsAndHeadsOfTablesAreWordsOwn() throws IOException {
        String markup = MARKUP.of(aReport().withDeviations().draft(2).content());
        try (XWPFDocument word = read(markup)) {
            assertThat(word.getParagraphs().stream()
                            .filter(paragraph -> Objects.equals(paragraph.getStyle(), "Heading1"))
                            .map(paragraph -> paragraph.getText().replace("\n", " ")))
                    .containsExactly(
                            "Section I Independent service auditor’s report",
                            "Section II Management’s assertion",
                            "Section III Description of the system",
                            "Section IV Criteria, controls, tests and results",
                            "Section V Other information (unaudited)");
            assertThat(word.getParagraphs()).anySatisfy(paragraph -> {
                assertThat(paragraph.getStyle()).isEqualTo("Heading2");
                assertThat(paragraph.getText()).isEqualTo("Deviations noted");
            });
            assertThat(word.getTables())
                    .filteredOn(table -> table.getText().contains("Test performed"))
                    .isNotEmpty()
                    .allSatisfy(table -> {
                        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
                        assertThat(table.getRow(1).isRepeatHeader()).isTrue();
                        assertThat(table.getRow(2).isRepeatHeader()).isFalse();
                        assertThat(table.getCTTbl().getTblGrid().sizeOfGridColArray())
                                .isEqualTo(3);
                    });
            assertThat(word.getHeaderList().get(0).getText()).contains("SOC 2 Type II");
            assertThat(word.getFooterList().get(0).getText()).contains("Draft 2 – not for reliance");
            assertThat(word.getProperties().getCoreProperties().getTitle()).contains("SOC 2 Type II");
        }
    }

    @Test
    void theSameTextGivesTheSameBytesOnAnyDay() throws IOException {
        String markup = MARKUP.of(aReport().withDeviations().content());
        byte[] first = ReportDocx.of(markup);
        assertThat(ReportDocx.of(markup)).isEqualTo(first);
        try (var parts = new ZipInputStream(new ByteArrayInputStream(first))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                assertThat(part.getTimeLocal()).as(part.getName()).hasYear(1980);
            }
        }
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(first))) {
            assertThat(word.getProperties().getCoreProperties().getCreated()).isEqualTo("2026-08-07T00:00:00Z");
        }
    }

    private static XWPFDocument read(String markup) throws IOException {
        byte[] bytes = ReportDocx.of(markup);
        // for looking at it
        Files.write(Files.createDirectories(Path.of("target/reports")).resolve("report.docx"), bytes);
        return new XWPFDocument(new ByteArrayInputStream(bytes));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static String text(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph) {
            return paragraph.getText();
        }
        var text = new StringBuilder();
        for (XWPFTableRow row : ((XWPFTable) element).getRows()) {
            for (XWPFTableCell cell : row.getTableCells()) {
                cell.getParagraphs().forEach(line -> text.append(line.getText()).append(' '));
            }
        }
        return text.toString();
    }
}
