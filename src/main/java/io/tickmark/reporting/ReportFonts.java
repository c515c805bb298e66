package io.tickmark.reporting;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;
import java.util.EnumSet;

/**
 * The typefaces of a report, off the class path and embedded: Source Sans Pro, and DejaVu Sans for the symbols and
 * scripts that it lacks. Both are free to embed (SIL Open Font License; Bitstream Vera licence).
 */
final class ReportFonts {

    private static final String TEXT = "fonts/ttf/SourceSansPro/SourceSansPro-";
    private static final String SYMBOLS = "net/sf/jasperreports/fonts/dejavu/DejaVuSans";

    private ReportFonts() {}

    static void into(PdfRendererBuilder builder) {
        text(builder, "Light", 300, FontStyle.NORMAL);
        text(builder, "Regular", 400, FontStyle.NORMAL);
        text(builder, "Italic", 400, FontStyle.ITALIC);
        text(builder, "SemiBold", 600, FontStyle.NORMAL);
        symbols(builder, "", 400);
        symbols(builder, "-Bold", 600);
    }

    static InputStream bold() {
        return open(TEXT + "Bold.ttf");
    }

    private static void text(PdfRendererBuilder builder, String cut, int weight, FontStyle style) {
        builder.useFont(() -> open(TEXT + cut + ".ttf"), "Source Sans Pro", weight, style, true);
    }

    private static void symbols(PdfRendererBuilder builder, String cut, int weight) {
        builder.useFont(
                () -> open(SYMBOLS + cut + ".ttf"),
                "DejaVu Sans",
                weight,
                FontStyle.NORMAL,
                true,
                EnumSet.of(FSFontUseCase.FALLBACK_FINAL));
    }

    private static InputStream open(String resource) {
        InputStream font = ReportFonts.class.getClassLoader().getResourceAsStream(resource);
        if (font == null) {
            throw new IllegalStateException("The class path lacks the font " + resource);
        }
        return font;
    }
}
