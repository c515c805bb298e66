package io.tickmark.reporting;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The report's text from the cover to its last section, as Word's paragraphs and tables. */
final class WordBody {

    private static final String CONTENTS = "TOC \\o \"1-2\" \\h \\z \\u";
    private static final int LABEL = 8;

    /** By the classes of {@code report.css}. */
    private static final Map<String, String> STYLES = Map.ofEntries(
            Map.entry("cover-firm", "CoverFirm"),
            Map.entry("cover-kind", "CoverKind"),
            Map.entry("cover-client", "Title"),
            Map.entry("cover-system", "CoverSystem"),
            Map.entry("cover-span", "Strong"),
            Map.entry("cover-draft", "Draft"),
            Map.entry("cover-use", "CoverUse"),
            Map.entry("contents-title", "ContentsTitle"),
            Map.entry("addressee", "Strong"),
            Map.entry("signed-by", "Strong"),
            Map.entry("source", "Source"),
            Map.entry("draft", "Draft"));

    private static final Map<String, String> OF_ELEMENTS = Map.of("h1", "Heading1", "h2", "Heading2", "h3", "Heading3");

    private final XWPFDocument word;
    private int bookmarks;

    WordBody(XWPFDocument word) {
        this.word = word;
    }

    void write(Element container) {
        for (Node child : Xhtml.children(container)) {
            if (child instanceof Element element) {
                block(element);
            } else if (!Xhtml.text(child).isEmpty()) {
                paragraph(container).createRun().setText(Xhtml.text(child));
            }
        }
    }

    private void block(Element element) {
        switch (element.getTagName()) {
            case "h1", "h2", "h3" -> heading(element);
            case "p" -> paragraph(element).createRun().setText(Xhtml.text(element));
            case "ul", "ol" -> list(element);
            case "table" -> new WordTable(word, element).write();
            default -> container(element);
        }
    }

    private void container(Element element) {
        if (Xhtml.is(element, "toc")) {
            contents(Xhtml.elements(element));
        } else if (!Xhtml.is(element, "running-head") && !Xhtml.is(element, "running-foot")) {
            write(element);
        }
    }

    private XWPFParagraph paragraph(Element element) {
        XWPFParagraph paragraph = word.createParagraph();
        String style = Xhtml.classes(element).stream()
                .filter(STYLES::containsKey)
                .map(STYLES::get)
                .findFirst()
                .orElseGet(() -> OF_ELEMENTS.getOrDefault(element.getTagName(), "Normal"));
        paragraph.setStyle(style);
        return paragraph;
    }

    private void heading(Element heading) {
        XWPFParagraph paragraph = paragraph(heading);
        Node container = heading.getParentNode();
        String id = heading.getAttribute("id");
        if (id.isEmpty() && heading.getTagName().equals("h1") && container instanceof Element section) {
            id = section.getAttribute("id");
        }
        CTBookmark mark = id.isEmpty() ? null : paragraph.getCTP().addNewBookmarkStart();
        if (mark != null) {
            mark.setName(bookmark(id));
            mark.setId(BigInteger.valueOf(++bookmarks));
        }
        for (Node part : Xhtml.children(heading)) {
            if (Xhtml.text(part).isEmpty()) {
                continue;
            }
            XWPFRun run = paragraph.createRun();
            run.setText(Xhtml.text(part));
            if (part instanceof Element label && Xhtml.is(label, "label")) {
                run.setBold(true);
                run.setFontSize(LABEL);
                run.addBreak();
            }
        }
        if (mark != null) {
            paragraph.getCTP().addNewBookmarkEnd().setId(mark.getId());
        }
    }

    /** Word takes no hyphens in the name of a bookmark. */
    private static String bookmark(String id) {
        return id.replace('-', '_');
    }

    private void list(Element list) {
        for (Element item : Xhtml.elements(list)) {
            XWPFParagraph paragraph = word.createParagraph();
            paragraph.setStyle(list.getTagName().equals("ol") ? "ListNumber" : "ListBullet");
            paragraph.createRun().setText(Xhtml.text(item));
        }
    }

    /** A field that Word fills anew with its page numbers; until then it shows what is there, without them. */
    private void contents(List<Element> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Element entry = entries.get(i);
            XWPFParagraph paragraph = word.createParagraph();
            paragraph.setStyle(Xhtml.is(entry, "toc-section") ? "TOC1" : "TOC2");
            if (i == 0) {
                begin(paragraph);
            }
            Element link = Xhtml.first(entry, "a");
            paragraph
                    .createHyperlinkRun("#" + bookmark(link.getAttribute("href").substring(1)))
                    .setText(Xhtml.text(link));
            if (i == entries.size() - 1) {
                paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
            }
        }
    }

    private static void begin(XWPFParagraph paragraph) {
        var begin = paragraph.createRun().getCTR().addNewFldChar();
        begin.setFldCharType(STFldCharType.BEGIN);
        begin.setDirty(true);
        paragraph.createRun().getCTR().addNewInstrText().setStringValue(CONTENTS);
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
    }
}
