package io.tickmark.reporting;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.w3c.dom.Document;

/**
 * A SOC 2 report as PDF: tagged (PDF/UA) and fit for keeping (PDF/A-2a), with embedded fonts. The same content gives the
 * same bytes, on any day. The renderer opens nothing but the fonts on the class path. Safe for use by several threads;
 * takes seconds for a large report, so no transaction should wait for it.
 */
@Component
class ReportPdf {

    static {
        // The renderer's log goes past SLF4J and tells of every page.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ReportMarkup markup = new ReportMarkup();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /** The text that is set as PDF. */
    String markup(ReportContent content) {
        return markup.of(content);
    }

    byte[] render(ReportContent content) {
        return render(content, markup(content));
    }

    /** Throws {@link IllegalStateException} inside a transaction. */
    byte[] render(ReportContent content, String markup) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A transaction would wait for the report: render first, then record");
        }
        var bytes = new ByteArrayOutputStream(1 << 20);
        try {
            render(content, markup, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the report and leaves the stream open.
     *
     * @throws IOException when the stream fails
     */
    void render(ReportContent content, String markup, OutputStream out) throws IOException {
        try (PDDocument pdf = new PDDocument();
                PdfBoxRenderer renderer = renderer(ReportMarkup.parsed(markup), pdf)) {
            renderer.createPDFWithoutClosing();
            if (content.draft() != null) {
                DraftMark.over(pdf);
            }
            FixedMetadata.of(content, pdf);
            pdf.save(out);
        }
    }

    private PdfBoxRenderer renderer(Document document, PDDocument pdf) throws IOException {
        var builder = new PdfRendererBuilder();
        ReportFonts.into(builder, pdf);
        BidiRuns.into(builder);
        return builder.usePDDocument(pdf)
                .withW3cDocument(document, null)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useReplacementText("\uFFFD")
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .useColorProfile(colours)
                .withProducer("Tickmark")
                .useFastMode()
                .buildPdfRenderer();
    }
}
