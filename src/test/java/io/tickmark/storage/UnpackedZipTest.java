package io.tickmark.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class UnpackedZipTest {

    private static final long LIMIT = 100_000;

    /** Of a local file header's flags (APPNOTE.TXT 4.4.4): the file is encrypted. */
    private static final int FLAGS = 6;

    @Test
    void filesComeInTheirOrderWithTheirFoldersInTheirNames() {
        byte[] zip = zip(Map.of("March/a.txt", "one".getBytes(UTF_8)));
        assertThat(unpacked(zip)).containsExactly("March - a.txt text/plain one of evidence.zip");
        Map<String, byte[]> two = new LinkedHashMap<>();
        two.put("a/x.txt", "1".getBytes(UTF_8));
        two.put("b/x.txt", "2".getBytes(UTF_8));
        two.put("b/scan.pdf", "%PDF-1.7".getBytes(UTF_8));
        assertThat(unpacked(zip(two)))
                .containsExactly(
                        "a - x.txt text/plain 1 of evidence.zip",
                        "b - x.txt text/plain 2 of evidence.zip",
                        "b - scan.pdf application/pdf %PDF-1.7 of evidence.zip");
    }

    @Test
    void whatSystemsPutInIsLeftOut() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a/", new byte[0]);
        files.put("__MACOSX/a/._x.txt", new byte[40]);
        files.put("a/.DS_Store", new byte[40]);
        files.put("a/x.txt", "1".getBytes(UTF_8));
        assertThat(unpacked(zip(files))).containsExactly("a - x.txt text/plain 1 of evidence.zip");
    }

    @Test
    void namesAreHarmlessWhateverTheySay() {
        byte[] bytes = "1".getBytes(UTF_8);
        assertThat(unpacked(zip(Map.of("../../etc\\..\\pass\u202ewd", bytes))))
                .allMatch(it -> it.startsWith("etc - passwd "));
        assertThat(unpacked(zip(Map.of("na\u00efve \ud83d\ude00.txt", bytes))))
                .allMatch(it -> it.startsWith("na\u00efve \ud83d\ude00.txt "));
        assertThat(unpacked(zip(Map.of("Pr\u00fcfung.txt", bytes), Charset.forName("IBM437"))))
                .as("as older systems write them")
                .allMatch(it -> it.startsWith("Pr\u00fcfung.txt "));
    }

    @Test
    void aZipInItStaysOneAndSoDoesWhatIsNoZipItself() {
        byte[] inner = zip(Map.of("x.txt", "1".getBytes(UTF_8)));
        assertThat(UploadReader.unpacked(
                        upload("evidence.zip", zip(Map.of("inner.zip", inner))), LIMIT, UnpackedZipTest::nameAndType))
                .containsExactly("inner.zip application/zip");
        assertThat(UploadReader.unpacked(upload("report.docx", inner), LIMIT, UnpackedZipTest::nameAndType))
                .singleElement()
                .asString()
                .startsWith("report.docx application/vnd.openxmlformats");
        assertThat(UploadReader.read(upload("evidence.zip", inner), LIMIT, UnpackedZipTest::nameAndType))
                .as("nobody asked to unpack")
                .containsExactly("evidence.zip application/zip");
    }

    @Test
    void bombsEnd() {
        assertThatThrownBy(() -> unpacked(zip(Map.of("zeros", new byte[(int) LIMIT + 1]))))
                .isInstanceOf(TooLarge.class);
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= UnpackedZip.MOST_SIZES; i++) {
            many.put("zeros" + i, new byte[(int) LIMIT]);
        }
        refused(zip(many), "5 times");
        many.clear();
        for (int i = 0; i <= UnpackedZip.MOST_FILES; i++) {
            many.put("" + i, new byte[0]);
        }
        refused(zip(many), "more than 500 files");
    }

    @Test
    void whatCannotBeReadIsRefusedByName() {
        byte[] zip = zip(Map.of("salaries.txt", "1".getBytes(UTF_8)));
        byte[] encrypted = zip.clone();
        encrypted[FLAGS] |= 1;
        refused(encrypted, "\u201csalaries.txt\u201d, which is encrypted");

        byte[] text = "some text that is packed, some text".getBytes(UTF_8);
        byte[] damaged = zip(Map.of("a.txt", text));
        damaged[30 + "a.txt".length() + 4] ^= 0x55;
        refused(damaged, "damaged");
        refused(zip(Map.of()), "no file");
    }

    @Test
    void linksInPlaceOfFilesAreRefused() throws IOException {
        refused(linked(), "holds links in place of files");
        byte[] noise = new byte[3_000_000];
        new java.util.Random(1).nextBytes(noise);
        for (int step : new int[] {1000, 70_000, 2_000_000}) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(noise);
            all.writeBytes(linked());
            ZipDirectory directory = new ZipDirectory(new ByteArrayInputStream(all.toByteArray()));
            byte[] buffer = new byte[step];
            while (directory.read(buffer, 0, step) > 0) {
                // as far as it goes
            }
            assertThat(directory.namesLinks()).as("%s at a time", step).isTrue();
        }
    }

    /** A file beside one that stands for another, as {@code zip --symlinks} packs it. */
    private static byte[] linked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (String name : List.of("plain.txt", "passwd")) {
                ZipArchiveEntry entry = new ZipArchiveEntry(name);
                entry.setUnixMode(name.equals("passwd") ? 0120777 : 0100644);
                zip.putArchiveEntry(entry);
                zip.write("/etc/passwd".getBytes(UTF_8));
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void oneThatIsCutIsRefused() {
        byte[] whole = zip(Map.of("a.txt", new byte[5_000]));
        for (int end : new int[] {20, 40, whole.length - 5}) {
            MockHttpServletRequest request = new MockHttpServletRequest("POST", "/") {
                @Override
                public long getContentLengthLong() {
                    return whole.length;
                }
            };
            request.addHeader("X-File-Name", "evidence.zip");
            request.setContent(Arrays.copyOf(whole, end));
            assertThatThrownBy(() -> UploadReader.unpacked(request, LIMIT, UploadedFile::inMemory))
                    .as("after " + end)
                    .isInstanceOfAny(Malformed.class, Refused.class);
        }
    }

    private static void refused(byte[] zip, String why) {
        assertThatThrownBy(() -> unpacked(zip))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("\u201cevidence.zip\u201d")
                .hasMessageContaining(why)
                .hasMessageContaining("give it as one document");
    }

    private static List<String> unpacked(byte[] zip) {
        return UploadReader.unpacked(
                upload("evidence.zip", zip),
                LIMIT,
                file -> nameAndType(file) + " " + new String(file.inMemory(), UTF_8) + " of " + file.archive());
    }

    private static String nameAndType(UploadedFile file) {
        return file.name() + " " + file.contentType();
    }

    private static MockHttpServletRequest upload(String name, byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.addHeader("X-File-Name", name);
        request.setContent(body);
        return request;
    }

    private static byte[] zip(Map<String, byte[]> files) {
        return zip(files, UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files, Charset names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
