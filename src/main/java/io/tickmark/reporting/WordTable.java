package io.tickmark.reporting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One table of a report. Its columns are as wide as {@code report.css} has them; its head stands on each page. */
final class WordTable {

    /** In twips: a letter page without its margins. */
    private static final int WIDTH = 9_504;

    /** In tenths of a percent; what is left is shared by the others. */
    private static final Map<String, Integer> WIDTHS = Map.of(
            "id",
            105,
            "control-id",
            110,
            "criteria",
            150,
            "number",
            85,
            "name",
            240,
            "c-control",
            350,
            "c-result",
            270);

    private static final Map<String, String> STYLES = Map.of(
            "title", "TableTitle",
            "not-met", "TableDraft",
            "deviation-head", "TableDraft",
            "modified", "TableDraft",
            "control-name", "TableStrong",
            "judged", "TableStrong");

    private final XWPFTable table;
    private final Element markup;
    private final int[] widths;

    WordTable(XWPFDocument word, Element markup) {
        this.markup = markup;
        this.widths = widths(markup);
        this.table = word.createTable();
        table.removeRow(0);
        // two tables in a row would become one
        word.createParagraph().setStyle("TableText");
    }

    void write() {
        table.setWidth(WIDTH);
        table.setTopBorder(XWPFBorderType.SINGLE, 8, 0, "17375E");
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, "C3CCD4");
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, "D3DAE0");
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, "auto");
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        int number = 0;
        for (Element row : Xhtml.all(markup, "tr")) {
            row(row, number++);
        }
    }

    private void row(Element markup, int number) {
        XWPFTableRow row = table.insertNewTableRow(number);
        boolean head = markup.getParentNode() instanceof Element part
                && part.getTagName().equals("thead");
        row.setRepeatHeader(head);
        row.setCantSplitRow(head);
        int column = 0;
        for (Element cell : Xhtml.elements(markup)) {
            int span = span(cell);
            XWPFTableCell made = row.addNewTableCell();
            if (span > 1) {
                made.getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.valueOf(span));
            }
            made.setWidth(Integer.toString(
                    Arrays.stream(widths, column, column + span).sum()));
            if (Xhtml.is(cell, "title")) {
                made.setColor("E9EEF4");
            }
            fill(made, cell, head);
            column += span;
        }
    }

    /** A cell has a paragraph from the start. */
    private static void fill(XWPFTableCell cell, Element markup, boolean head) {
        List<Written> lines = new ArrayList<>();
        lines(markup, style(markup, head || markup.getTagName().equals("th") ? headStyle(head) : "TableText"), lines);
        for (int i = 0; i < Math.max(1, lines.size()); i++) {
            XWPFParagraph paragraph = i == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
            if (Xhtml.is(markup, "number")) {
                paragraph.setAlignment(ParagraphAlignment.RIGHT);
            }
            paragraph.setStyle(i < lines.size() ? lines.get(i).style() : "TableText");
            if (i < lines.size()) {
                paragraph.createRun().setText(lines.get(i).text());
            }
        }
    }

    private record Written(String style, String text) {}

    private static void lines(Element container, String style, List<Written> lines) {
        for (Node child : Xhtml.children(container)) {
            if (child instanceof Element element) {
                lines(element, style(element, style), lines);
            } else if (!Xhtml.text(child).isEmpty()) {
                lines.add(new Written(style, Xhtml.text(child)));
            }
        }
    }

    private static String headStyle(boolean head) {
        return head ? "TableHead" : "TableStrong";
    }

    private static String style(Element element, String otherwise) {
        return Xhtml.classes(element).stream()
                .filter(STYLES::containsKey)
                .map(STYLES::get)
                .reduce((first, last) -> last)
                .orElse(otherwise);
    }

    private static int span(Element cell) {
        String span = cell.getAttribute("colspan");
        return span.isEmpty() ? 1 : Integer.parseInt(span);
    }

    private static int[] widths(Element markup) {
        List<Element> columns = Xhtml.all(markup, "col");
        if (columns.isEmpty()) {
            columns = Xhtml.all(markup, "tr").stream()
                    .map(Xhtml::elements)
                    .filter(cells -> cells.stream().allMatch(cell -> span(cell) == 1))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("A table of the report has no plain row"));
        }
        int[] widths = columns.stream()
                .mapToInt(column -> Xhtml.classes(column).stream()
                        .map(name -> WIDTHS.getOrDefault(name, 0))
                        .reduce(0, Math::max))
                .toArray();
        int left = 1_000 - Arrays.stream(widths).sum();
        int others = (int) Arrays.stream(widths).filter(width -> width == 0).count();
        for (int i = 0; i < widths.length; i++) {
            int share = widths[i] == 0 ? left / others : widths[i];
            widths[i] = WIDTH * share / 1_000;
        }
        return widths;
    }
}
