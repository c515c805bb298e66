package io.tickmark.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuggageTest {

    @TempDir
    Path folder;

    private Set<Carried> in(String type, byte[] bytes) throws IOException {
        return Luggage.in(Files.write(folder.resolve("file"), bytes), type);
    }

    private Set<Carried> in(String type, String text) throws IOException {
        return in(type, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void scriptIsSeenInEachOfItsForms() throws IOException {
        for (String page : List.of(
                "<script>x</script>",
                "<SCRIPT src=a.js></SCRIPT>",
                "<svg onload=alert(1)>",
                "<a href='javascript:x()'>a</a>",
                "x".repeat((1 << 20) - 3) + "<script >")) {
            assertThat(in("text/html", page)).as(page.strip()).containsExactly(Carried.SCRIPT);
        }
        assertThat(in("image/svg+xml", "<script>x</script>".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly(Carried.SCRIPT);
    }

    @Test
    void anHonestPageCarriesNothing() throws IOException {
        String page = "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"http://www.w3.org/x.dtd\"><html><body>"
                + "<p class=\"once\">Based on = it is described only in the manuscript</p></body></html>";
        assertThat(in("text/html", page)).isEmpty();
        assertThat(in("application/xml", "<!DOCTYPE a [<!ENTITY firm \"Meridian\">]><a>&firm;</a>"))
                .isEmpty();
        assertThat(in("text/plain", "<script>in a text is text</script>")).isEmpty();
    }

    @Test
    void anEntityFromElsewhereIsSeen() throws IOException {
        assertThat(in("application/xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:/etc/passwd\">]><a>&x;</a>"))
                .containsExactly(Carried.OUTSIDE);
        assertThat(in("application/xml", "<!DOCTYPE a [<!ENTITY % x PUBLIC \"a\" \"http://b\"> %x;]><a/>"))
                .containsExactly(Carried.OUTSIDE);
    }

    @Test
    void aFileOfTwoKindsIsSeenAndOneWithAnAttachmentOrALongTailIsNot() throws IOException {
        byte[] pdf = RealFiles.pdf("One", Instant.EPOCH, "only this");
        byte[] zip = RealFiles.zip(Map.of("a.txt", RealFiles.text("a")));
        assertThat(in("application/pdf", pdf)).isEmpty();
        assertThat(in("application/pdf", joined(pdf, zip))).containsExactly(Carried.ANOTHER_KIND);
        byte[] picture = RealFiles.picture("png", 20, 20);
        assertThat(in("image/png", picture)).isEmpty();
        assertThat(in("image/png", joined(picture, zip))).containsExactly(Carried.ANOTHER_KIND);
        assertThat(in("image/gif", RealFiles.text("GIF89a<html><script>x</script>")))
                .containsExactly(Carried.ANOTHER_KIND);
        assertThat(in("application/pdf", joined(pdf, new byte[] {'P', 'K', 5, 6}, new byte[200_000])))
                .isEmpty();
        assertThat(in("application/pdf", joined(pdf, new byte[] {'P', 'K', 5, 6}, new byte[30])))
                .as("four letters are no archive")
                .isEmpty();
    }

    @Test
    void namesThatLeadOutOrHideAndLinksAreSeen() throws IOException {
        for (String name :
                List.of("../a", "a/../../b", "..\\a", "/etc/passwd", "C:\\a.dll", "a\r\nb", "\u202Efdp.exe")) {
            assertThat(in("application/zip", RealFiles.zip(Map.of(name, RealFiles.text("x")))))
                    .as(name)
                    .containsExactly(Carried.NAMES);
        }
        for (String name : List.of("a..b/c", "a/b.txt", "📎 Grüße.txt", "..a")) {
            assertThat(in("application/zip", RealFiles.zip(Map.of(name, RealFiles.text("x")))))
                    .as(name)
                    .isEmpty();
        }
        assertThat(in("application/x-tar", HostileFiles.links())).containsExactly(Carried.LINKS);
        ByteArrayOutputStream linked = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(linked)) {
            ZipArchiveEntry link = new ZipArchiveEntry("passwd");
            link.setUnixMode(0120777);
            zip.putArchiveEntry(link);
            zip.write(RealFiles.text("/etc/passwd"));
            zip.closeArchiveEntry();
        }
        assertThat(in("application/zip", linked.toByteArray())).containsExactly(Carried.LINKS);
    }

    @Test
    void whatIsBrokenIsNobodysDefect() throws IOException {
        assertThat(in("application/zip", "no archive")).isEmpty();
        assertThat(in("application/x-tar", "no archive")).isEmpty();
        assertThat(in("application/pdf", new byte[0])).isEmpty();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
