package io.tickmark.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

@TickmarkTest
class FixedAssetsTest {

    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");
    private static final Pattern IMPORT = Pattern.compile("(?:\\bfrom |\\bimport\\(|\\bimport )'([^']+)'");

    @LocalServerPort
    int port;

    @Test
    void aBrowserKeepsScriptsAndStylesForAYearButNoPage() throws Exception {
        HttpResponse<String> page = get("/login");

        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(v -> assertThat(v).contains("no-store"));
        assertThat(assetsOf(page)).isNotEmpty().allSatisfy(asset -> {
            HttpResponse<String> answer = get(asset);
            assertThat(answer.statusCode()).as(asset).isEqualTo(200);
            assertThat(answer.headers().allValues("Cache-Control"))
                    .containsExactly("max-age=31536000, public, immutable");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        });
    }

    @Test
    void anErrorPageHasThemToo() throws Exception {
        HttpResponse<String> page = get("/login/nowhere/%2e", "text/html");

        assertThat(page.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(assetsOf(page))
                .isNotEmpty()
                .allSatisfy(
                        asset -> assertThat(get(asset).statusCode()).as(asset).isEqualTo(200));
    }

    @Test
    void withAnotherFingerprintOrNoneNothingIsThere() throws Exception {
        String asset = assetsOf(get("/login")).get(0);

        assertThat(get(asset.replaceFirst("/assets/[0-9a-f]+/", "/assets/")).statusCode())
                .isEqualTo(404);
        assertThat(get(asset.replaceFirst("/assets/[0-9a-f]+/", "/assets/0123456789abcdef/"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aChangeOfOneByteOrOneNameIsAnotherFingerprint() {
        String fingerprint = FixedAssets.fingerprint(Map.of("a.js", new byte[] {1, 2}, "b.js", new byte[] {3}));

        assertThat(fingerprint).matches("[0-9a-f]{16}");
        assertThat(FixedAssets.fingerprint(Map.of("b.js", new byte[] {3}, "a.js", new byte[] {1, 2})))
                .isEqualTo(fingerprint);
        assertThat(List.of(
                        FixedAssets.fingerprint(Map.of("a.js", new byte[] {1, 3}, "b.js", new byte[] {3})),
                        FixedAssets.fingerprint(Map.of("a.js", new byte[] {1}, "b.js", new byte[] {2, 3})),
                        FixedAssets.fingerprint(Map.of("a.js", new byte[] {1, 2}, "c.js", new byte[] {3}))))
                .doesNotContain(fingerprint)
                .doesNotHaveDuplicates();
    }

    /** An absolute address would leave the fingerprint out. */
    @Test
    void scriptsImportEachOtherByRelativeAddresses(@TempDir Path other) throws IOException {
        assertThat(imports(Path.of("src/main/resources/static/ui")))
                .hasSizeGreaterThan(20)
                .allMatch(address -> address.startsWith("."));
        Files.writeString(other.resolve("wrong.js"), "import { el } from '/assets/ui/dom.js';");
        assertThat(imports(other)).containsExactly("/assets/ui/dom.js");
    }

    private static List<String> imports(Path folder) throws IOException {
        try (Stream<Path> scripts =
                Files.list(folder).filter(file -> file.toString().endsWith(".js"))) {
            return scripts.flatMap(file -> found(IMPORT, read(file)).stream()).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static List<String> assetsOf(HttpResponse<String> page) {
        return found(ASSET, page.body());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "*/*");
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", accept)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
