package io.tickmark.reporting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * What would differ from one rendering to the next: dates and the file's id. PDF/A wants the dates of the information
 * dictionary and of the XMP packet to agree.
 */
final class FixedMetadata {

    private static final Pattern CREATED = Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");

    private FixedMetadata() {}

    static void of(ReportContent content, PDDocument pdf) throws IOException {
        LocalDate reported = content.reportDate();
        LocalDate day = reported == null ? content.periodEnd() : reported;
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setCreationDate(GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC)));

        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(
                CREATED.matcher(xmp).replaceAll("$1" + day + "T00:00:00Z$2").getBytes(StandardCharsets.UTF_8));

        // A number that never changes: the id is then the digest of it and of the information dictionary.
        pdf.setDocumentId(0L);
    }
}
