package io.tickmark.reporting;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** The word DRAFT across every page, faint, and marked as an artifact so that a screen reader does not read it out. */
final class DraftMark {

    private static final String WORD = "DRAFT";
    private static final float SIZE = 150;
    private static final double ANGLE = Math.toRadians(52);

    private DraftMark() {}

    static void over(PDDocument pdf) throws IOException {
        PDFont font = ReportFonts.bold(pdf);
        var faint = new PDExtendedGraphicsState();
        faint.setNonStrokingAlphaConstant(0.09f);
        for (PDPage page : pdf.getPages()) {
            mark(pdf, page, font, faint);
        }
    }

    private static void mark(PDDocument pdf, PDPage page, PDFont font, PDExtendedGraphicsState faint)
            throws IOException {
        PDRectangle paper = page.getMediaBox();
        float width = font.getStringWidth(WORD) / 1000 * SIZE;
        Matrix middle = Matrix.getRotateInstance(ANGLE, paper.getWidth() / 2, paper.getHeight() / 2);
        middle.translate(-width / 2, -SIZE / 3);
        try (var content = new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.setGraphicsStateParameters(faint);
            content.setNonStrokingColor(new Color(0x9c2f2f));
            content.beginText();
            content.setFont(font, SIZE);
            content.setTextMatrix(middle);
            content.showText(WORD);
            content.endText();
            content.endMarkedContent();
        }
    }
}
