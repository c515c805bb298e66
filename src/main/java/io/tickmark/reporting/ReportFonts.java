package io.tickmark.reporting;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The typefaces of a report, off the class path and embedded: Open Sans, and DejaVu Sans for the symbols and scripts
 * that it lacks. Both are free to embed (SIL Open Font License; Bitstream Vera licence).
 */
final class ReportFonts {

    private static final String TEXT = "fonts/ttf/OpenSans/OpenSans-";
    private static final String SYMBOLS = "net/sf/jasperreports/fonts/dejavu/DejaVuSans";

    private ReportFonts() {}

    static void into(PdfRendererBuilder builder, PDDocument pdf) throws IOException {
        use(builder, "Open Sans", 300, FontStyle.NORMAL, load(pdf, TEXT + "Light.ttf"));
        use(builder, "Open Sans", 400, FontStyle.NORMAL, load(pdf, TEXT + "Regular.ttf"));
        use(builder, "Open Sans", 400, FontStyle.ITALIC, load(pdf, TEXT + "Italic.ttf"));
        use(builder, "Open Sans", 600, FontStyle.NORMAL, load(pdf, TEXT + "SemiBold.ttf"));
        use(builder, "DejaVu Sans", 400, FontStyle.NORMAL, load(pdf, SYMBOLS + ".ttf"));
        use(builder, "DejaVu Sans", 600, FontStyle.NORMAL, load(pdf, SYMBOLS + "-Bold.ttf"));
    }

    static PDFont bold(PDDocument pdf) throws IOException {
        return load(pdf, TEXT + "Bold.ttf");
    }

    private static void use(PdfRendererBuilder builder, String family, int weight, FontStyle style, PDFont font) {
        builder.useFont(new PDFontSupplier(font), family, weight, style, true);
    }

    private static PDFont load(PDDocument pdf, String resource) throws IOException {
        try (InputStream in = ReportFonts.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The class path lacks the font " + resource);
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // PDFBox sets ligatures without saying which letters they stand for: "draft" could not be found or read
            // out.
            font.setEnableGsub(false);
            return PDType0Font.load(pdf, font, true);
        }
    }
}
