package io.tickmark.reporting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The same text of a report as a Word document (ECMA-376), for those who comment on a draft or take a passage over: real
 * headings, a table of contents that Word brings up to date, tables whose heads are repeated. The report itself stays the
 * PDF. The same text gives the same bytes.
 */
final class ReportDocx {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int INCH = 1440;
    private static final int SIDE = INCH * 95 / 100;

    private final Document markup;
    private final XWPFDocument word = new XWPFDocument();

    private ReportDocx(String xhtml) {
        this.markup = ReportMarkup.parsed(xhtml);
    }

    /** @param xhtml what {@link ReportMarkup} made */
    static byte[] of(String xhtml) {
        var docx = new ReportDocx(xhtml);
        try (docx.word) {
            docx.looks();
            docx.write();
            var bytes = new ByteArrayOutputStream(1 << 18);
            docx.word.write(bytes);
            return withoutTimes(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void looks() throws IOException {
        try (InputStream styles = template("word-styles.xml");
                InputStream numbering = template("word-numbering.xml")) {
            word.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
            word.createNumbering()
                    .setNumbering(NumberingDocument.Factory.parse(numbering).getNumbering());
        } catch (XmlException broken) {
            throw new IllegalStateException("The styles of reports in Word are not well-formed", broken);
        }
    }

    private static InputStream template(String name) {
        InputStream found = ReportDocx.class.getResourceAsStream("/templates/reporting/" + name);
        if (found == null) {
            throw new IllegalStateException("The class path lacks " + name);
        }
        return found;
    }

    private void write() {
        Element body = Xhtml.first(markup.getDocumentElement(), "body");
        new WordBody(word).write(body);
        page();
        Xhtml.ofClass(body, "running-head").ifPresent(head -> ends(head, HeaderFooterType.DEFAULT, true));
        Xhtml.ofClass(body, "running-foot").ifPresent(foot -> ends(foot, HeaderFooterType.DEFAULT, false));
        properties();
    }

    private void page() {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(INCH * 17 / 2);
        section.getPgSz().setH(INCH * 11);
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(INCH * 105 / 100);
        margins.setBottom(SIDE);
        margins.setLeft(SIDE);
        margins.setRight(SIDE);
        margins.setHeader(INCH / 2);
        margins.setFooter(INCH / 2);
        // the cover has neither head nor foot
        section.addNewTitlePg();
    }

    private void ends(Element line, HeaderFooterType type, boolean head) {
        XWPFParagraph paragraph = (head ? word.createHeader(type) : word.createFooter(type)).createParagraph();
        paragraph.setStyle(head ? "Header" : "Footer");
        var cells = Xhtml.all(line, "td");
        paragraph.createRun().setText(Xhtml.text(cells.get(0)));
        paragraph.createRun().addTab();
        if (head) {
            paragraph.createRun().setText(Xhtml.text(cells.get(1)));
        } else {
            paragraph.createRun().setText("Page ");
            paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
            paragraph.createRun().setText(" of ");
            paragraph.getCTP().addNewFldSimple().setInstr("NUMPAGES");
        }
    }

    private void properties() {
        CoreProperties core = word.getProperties().getCoreProperties();
        core.setTitle(Xhtml.text(Xhtml.first(markup.getDocumentElement(), "title")));
        for (Element meta : Xhtml.all(markup.getDocumentElement(), "meta")) {
            String content = meta.getAttribute("content");
            switch (meta.getAttribute("name")) {
                case "author" -> core.setCreator(content);
                case "subject" -> core.setSubjectProperty(content);
                case "date" ->
                    core.setCreated(Optional.of(Date.from(LocalDate.parse(content)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant())));
                default -> {}
            }
        }
        core.setModified(core.getCreated() == null ? Optional.empty() : Optional.of(core.getCreated()));
    }

    /** The library dates each part of the package by now. */
    private static byte[] withoutTimes(byte[] docx) throws IOException {
        var bytes = new ByteArrayOutputStream(docx.length);
        try (var from = new ZipInputStream(new ByteArrayInputStream(docx));
                var to = new ZipOutputStream(bytes)) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                ZipEntry same = new ZipEntry(part.getName());
                same.setTimeLocal(NO_TIME);
                to.putNextEntry(same);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
