package io.tickmark.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.kernel.Malformed;
import jakarta.servlet.ServletInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class UploadReaderTest {

    private static final long LIMIT = 1 << 20;

    @Test
    void everyFileIsReadInOrderAndFieldsAreLeftOut() {
        String body = part("name=\"note\"", "words")
                + part("name=\"file\"; filename=\"a.txt\"", "first")
                + part("name=\"file\"; filename=\"b.pdf\"", "%PDF-1.7")
                + part("name=\"file\"; filename=\"c.txt\"", "")
                + end();
        assertThat(read(multipart(body)))
                .containsExactly(
                        "a.txt text/plain first",
                        "b.pdf application/pdf %PDF-1.7",
                        "c.txt " + "application/octet-stream ");
    }

    @Test
    void namesOfAnySignsArrive() {
        String body = part("name=\"file\"; filename=\"naïve \ud83d\ude00.txt\"", "a")
                + part("name=\"file\"; filename*=UTF-8''na%C3%AFve%F0%9F%98%80.txt", "b")
                + part("name=\"file\"; filename=\"../..\\a\\\u202ec.txt\"", "c")
                + part("name=\"file\"; filename=\"nul\u0000.txt\"", "d")
                + part("name=\"file\"; filename=\"" + "\ud83d\ude00".repeat(4_000) + ".txt\"", "e")
                + part("name=\"file\"; filename=\"\"", "f")
                + end();
        assertThat(read(multipart(body)))
                .containsExactly(
                        "naïve \ud83d\ude00.txt text/plain a",
                        "naïve\ud83d\ude00.txt text/plain b",
                        "c.txt text/plain c",
                        "nul.txt text/plain d",
                        "\ud83d\ude00".repeat(125) + ".txt text/plain e",
                        "unnamed text/plain f");
    }

    @Test
    void aFileFieldLeftEmptyInTheBrowserIsNoFile() {
        String body = part("name=\"file\"; filename=\"\"", "") + part("name=\"file\"; filename=\"a\"", "x") + end();
        assertThat(read(multipart(body))).containsExactly("a text/plain x");
    }

    @Test
    void aFileThatNobodyReadsIsSkipped() {
        String body = part("name=\"file\"; filename=\"a\"", "x".repeat(200_000))
                + part("name=\"file\"; filename=\"b\"", "y")
                + end();
        assertThat(UploadReader.read(multipart(body), LIMIT, UploadedFile::name))
                .containsExactly("a", "b");
    }

    @Test
    void aFileEndsWhereItsPartEnds() {
        String almost = "\r\n--edg\r\n-edge\r\n--edgf--\r\n-".repeat(9_000);
        String body = part("name=\"file\"; filename=\"a\"", almost) + end();
        assertThat(UploadReader.read(multipart(body), LIMIT, UploadReaderTest::text))
                .containsExactly(almost);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20, 60, 61, 62, 100, 100_000, 200_000})
    void aBodyCutAnywhereIsMalformed(int cut) {
        String whole = part("name=\"file\"; filename=\"a\"", "x".repeat(200_000)) + end();
        String body = whole.substring(0, Math.min(cut, whole.length() - 4));
        assertThatThrownBy(() -> read(multipart(body))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--edge--", "--edge--\r\n", "no multipart at all", "--edge\r\n\r\n\r\n--edge--"})
    void aBodyWithoutFilesIsMalformed(String body) {
        assertThatThrownBy(() -> read(multipart(body))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/x; boundary=\u0000"})
    void aMissingBoundaryIsMalformed(String type) {
        MockHttpServletRequest request = multipart(part("name=\"file\"; filename=\"a\"", "x") + end());
        request.setContentType(type);
        assertThatThrownBy(() -> read(request)).isInstanceOf(Malformed.class);
    }

    @Test
    void aBoundaryLongerThanAnyIsMalformed() {
        MockHttpServletRequest request = multipart("x");
        request.setContentType("multipart/form-data; boundary=" + "e".repeat(70_000));
        assertThatThrownBy(() -> read(request)).isInstanceOf(Malformed.class);
    }

    @Test
    void aPartHeaderWithoutEndIsMalformed() {
        String body = part("name=\"file\"; filename=\"" + "x".repeat(100_000) + "\"", "x") + end();
        assertThatThrownBy(() -> read(multipart(body))).isInstanceOf(Malformed.class);
    }

    @Test
    void aFileInAPartOfAnotherNameIsNotLostInSilence() {
        String body = part("name=\"document\"; filename=\"a\"", "x") + end();
        assertThatThrownBy(() -> read(multipart(body)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("part \"file\"");
    }

    @Test
    void aHundredFilesAreReadAndOneMoreIsRefused() {
        String hundred = part("name=\"file\"; filename=\"a\"", "x").repeat(100);
        assertThat(read(multipart(hundred + end()))).hasSize(100);
        List<String> seen = new ArrayList<>();
        MockHttpServletRequest request = multipart(hundred + part("name=\"file\"; filename=\"b\"", "x") + end());
        assertThatThrownBy(() -> UploadReader.read(request, LIMIT, file -> seen.add(file.name())))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("100");
        assertThat(seen).doesNotContain("b");
    }

    @Test
    void aFileBeyondTheLimitIsTooLarge() {
        String body = part("name=\"file\"; filename=\"a\"", "x".repeat((int) LIMIT)) + end();
        assertThat(read(multipart(body))).hasSize(1);
        String more = part("name=\"file\"; filename=\"a\"", "x".repeat((int) LIMIT + 1)) + end();
        assertThatThrownBy(() -> read(multipart(more))).isInstanceOf(TooLarge.class);
    }

    @Test
    void whatTheReaderOfAFileThrowsPassesThrough() {
        IllegalStateException defect = new IllegalStateException("defect");
        assertThatThrownBy(() -> UploadReader.read(raw("x"), LIMIT, file -> {
                    throw defect;
                }))
                .isSameAs(defect);
    }

    @Test
    void aRawBodyIsAFileNamedInTheHeader() {
        assertThat(read(raw("%PDF-1.7"))).containsExactly("naïve.pdf application/pdf %PDF-1.7");
        assertThat(read(raw(""))).containsExactly("naïve.pdf application/octet-stream ");
    }

    @Test
    void aRawBodyWithoutANameIsMalformed() {
        MockHttpServletRequest request = raw("x");
        request.removeHeader("X-File-Name");
        assertThatThrownBy(() -> read(request)).isInstanceOf(Malformed.class).hasMessageContaining("X-File-Name");
    }

    @Test
    void aRawBodyAnnouncedTooLargeIsRefusedUnread() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/") {
            @Override
            public long getContentLengthLong() {
                return LIMIT + 1;
            }

            @Override
            public ServletInputStream getInputStream() {
                throw new AssertionError("read");
            }
        };
        request.addHeader("X-File-Name", "a");
        assertThatThrownBy(() -> read(request)).isInstanceOf(TooLarge.class);
    }

    @Test
    void aRawBodyShorterThanAnnouncedIsMalformed() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/") {
            @Override
            public long getContentLengthLong() {
                return 10;
            }
        };
        request.addHeader("X-File-Name", "a");
        request.setContent("x".getBytes(UTF_8));
        assertThatThrownBy(() -> read(request)).isInstanceOf(Malformed.class).hasMessageContaining("1 of the 10");
    }

    private static List<String> read(MockHttpServletRequest request) {
        return UploadReader.read(request, LIMIT, file -> file.name() + " " + file.contentType() + " " + text(file));
    }

    private static String text(UploadedFile file) {
        return new String(file.inMemory(), UTF_8);
    }

    private static MockHttpServletRequest raw(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.addHeader("X-File-Name", "UTF-8''na%C3%AFve.pdf");
        request.setContent(body.getBytes(UTF_8));
        return request;
    }

    private static MockHttpServletRequest multipart(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContentType("multipart/form-data; boundary=edge");
        request.setContent(body.getBytes(UTF_8));
        return request;
    }

    private static String part(String disposition, String content) {
        return "--edge\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static String end() {
        return "--edge--\r\n";
    }
}
