package io.tickmark.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypeTest {

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, report.pdf, application/pdf",
        "%PDF-1.7, holiday.png, application/pdf",
        "GIF89a, x.gif, image/gif",
        "PNG, x.png, text/plain",
        "a;b, users.csv, text/csv",
        "plain words, notes, text/plain",
        "plain words, notes.pdf, text/plain",
        "{\"a\":1}, policy.json, application/json"
    })
    void contentDecidesAndTheNameOnlyHints(String content, String name, String type) {
        assertThat(ContentType.of(content.getBytes(ISO_8859_1), name)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<html><body>, text/html",
                "<!DOCTYPE html>, text/html",
                "<!doctype HTML>, text/html",
                "  <script>alert(1)</script>, text/html",
                "<!-- harmless --> <script src=x>, text/html",
                "<iframe src=x>, text/html",
                "<img src=x onerror=alert(1)>, text/html",
                "<body onload=alert(1)>, text/html",
                "ï»¿<ScRiPt>, text/html",
                "<svg xmlns=`http://www.w3.org/2000/svg`>, image/svg+xml",
                "<svg onload=alert(1)>, image/svg+xml",
                "<?xml version='1.0'?><svg onload='x'/>, image/svg+xml",
                "<?xml version='1.0'?><controls/>, application/xml"
            })
    void markupIsFoundWhateverItIsCalled(String content, String type) {
        assertThat(ContentType.of(content.getBytes(ISO_8859_1), "screenshot.png"))
                .isEqualTo(type);
        assertThat(ContentType.of(content.getBytes(ISO_8859_1), "notes.txt")).isEqualTo(type);
    }

    @Test
    void aTextAboutMarkupIsText() {
        byte[] text = "Pages must not hold a <script> of another site.".getBytes(ISO_8859_1);
        assertThat(ContentType.of(text, "finding.txt")).isEqualTo("text/plain");
    }

    @Test
    void theNameTellsOfficeFilesApart() throws IOException {
        ByteArrayOutputStream office = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(office)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(ISO_8859_1));
        }
        assertThat(ContentType.of(office.toByteArray(), "users.xlsx"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(ContentType.of(office.toByteArray(), "policy.docx"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(ContentType.of(office.toByteArray(), "policy.pdf")).doesNotContain("pdf");
    }

    @Test
    void bytesWithoutAnyMarkAreNotWhatTheirNameSays() {
        byte[] noise = {0, 1, 2, 3, (byte) 0xfe, 7, 0, 9};
        assertThat(ContentType.of(noise, "report.pdf")).isEqualTo("application/octet-stream");
        assertThat(ContentType.of(noise, "archive.zip")).isEqualTo("application/octet-stream");
        assertThat(ContentType.of(new byte[0], "empty.pdf")).isEqualTo("application/octet-stream");
    }

    @Test
    void theLongestHeadAndTheOddestNameAreRead() {
        assertThat(ContentType.of("words ".repeat(20_000).getBytes(ISO_8859_1), "\u0000\ud83d\ude00../\r\n"))
                .isEqualTo("text/plain");
        assertThat(ContentType.of("users".getBytes(UTF_16), "users.csv")).isEqualTo("text/csv");
    }
}
