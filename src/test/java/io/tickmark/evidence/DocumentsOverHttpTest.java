package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.COMPLIANCE;
import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.evidence.EvidenceWorld.Reply;
import io.tickmark.evidence.EvidenceWorld.Sent;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentsOverHttpTest extends OverHttp {

    private String request;
    private String uploads;

    @BeforeEach
    void anOpenRequest() {
        request = world.asked("DOCUMENT", "ORG-01");
        uploads = uploads(request);
    }

    private static List<String> codes(JsonNode document) {
        return document.path("findings")
                .valueStream()
                .map(f -> f.path("code").asString())
                .toList();
    }

    @Test
    void whatWasUploadedComesBackByteForByte() throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        JsonNode document =
                taken(world.upload(OWNER, uploads, new Sent("scan.bin", bytes))).path(0);
        assertThat(document.path("sha256").asString()).isEqualTo(hash);
        assertThat(document.path("size").asLong()).isEqualTo(bytes.length);
        assertThat(document.path("state").asString())
                .as("random bytes are no kind of file")
                .isEqualTo("unreadable");
        assertThat(codes(document)).containsExactly("unreadable");

        String path = "/api/documents/" + document.path("id").asString();
        Reply content = world.get(STAFF, path + "/content");
        assertThat(content.bytes()).isEqualTo(bytes);
        assertThat(content.header("Content-Disposition")).startsWith("attachment;");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(content.whole().headers().allValues("Content-Security-Policy"))
                .hasSize(1);
        assertThat(world.get(STAFF, path).json().path("sha256").asString()).isEqualTo(hash);
        assertThat(world.get(STAFF, path + "/metadata").json().path("claimed")).isEmpty();
        assertThat(intentsLeft()).isZero();
    }

    @Test
    void aPartOfADocumentIsServed() {
        String path = world.given(request, "digits.txt", "0123456789")
                .path("endpoint")
                .asString();
        Reply part = world.call(STAFF, "GET", path, Map.of("Range", "bytes=2-4"), new byte[0]);
        assertThat(part.status()).isEqualTo(206);
        assertThat(new String(part.bytes(), UTF_8)).isEqualTo("234");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-4/10");
        Reply tail = world.call(STAFF, "GET", path, Map.of("Range", "bytes=-3"), new byte[0]);
        assertThat(new String(tail.bytes(), UTF_8)).isEqualTo("789");
        Reply beyond = world.call(STAFF, "GET", path, Map.of("Range", "bytes=10-"), new byte[0]);
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */10");
        Reply several = world.call(STAFF, "GET", path, Map.of("Range", "bytes=0-1,3-4"), new byte[0]);
        assertThat(several.status()).isEqualTo(200);
        Reply changed =
                world.call(STAFF, "GET", path, Map.of("Range", "bytes=0-1", "If-Range", "\"other\""), new byte[0]);
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void namesAreMadeHarmlessAndKeepTheirSigns() {
        JsonNode all = taken(world.upload(
                OWNER,
                uploads,
                Sent.of("../../etc/passwd", "1"),
                Sent.of("Grüße 📎.txt", "2"),
                new Sent("empty.pdf", new byte[0])));
        assertThat(all.valueStream().map(d -> d.path("name").asString()))
                .containsExactly("passwd", "Grüße 📎.txt", "empty.pdf");
        assertThat(codes(all.path(2))).containsExactly("empty-file");
        Reply content = world.get(STAFF, all.path(1).path("endpoint").asString());
        assertThat(content.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Gr__e _.txt\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%F0%9F%93%8E.txt");
        Reply empty = world.get(STAFF, all.path(2).path("endpoint").asString());
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.bytes()).isEmpty();
    }

    @Test
    void aNameWithALineBreakCannotReachAHeader() {
        Reply raw = world.call(
                OWNER,
                "POST",
                uploads,
                Map.of("X-File-Name", "a%0D%0ASet-Cookie:%20b=c.txt", "Content-Type", "application/octet-stream"),
                "raw".getBytes(UTF_8));
        JsonNode document = taken(raw).path(0);
        assertThat(document.path("name").asString()).doesNotContain("\r", "\n");
        Reply content = world.get(STAFF, document.path("endpoint").asString());
        assertThat(content.header("Set-Cookie")).isEmpty();
        assertThat(new String(content.bytes(), UTF_8)).isEqualTo("raw");
    }

    @Test
    void whatIsNotWhatItsNameSaysIsFound() {
        JsonNode all = taken(world.upload(
                OWNER,
                uploads,
                Sent.of("report.pdf", "Only text"),
                Sent.of("page.txt", "<html><script>alert(1)</script></html>"),
                Sent.of("list.csv", "a,b\n1,2\n"),
                Sent.of("real.pdf", "%PDF-1.7\n%âãÏÓ\n")));
        assertThat(codes(all.path(0))).containsExactly("type-does-not-match-name");
        assertThat(codes(all.path(1))).containsExactly("type-does-not-match-name", "script");
        assertThat(codes(all.path(2))).isEmpty();
        assertThat(codes(all.path(3))).as("a PDF, and a broken one").containsExactly("unreadable");
    }

    @Test
    void theSameBytesAreNamedWhereTheyWereGivenBefore() {
        world.given(request, "first.txt", "the same");
        String second = world.asked("DOCUMENT", "ORG-02");
        JsonNode again = world.given(second, "second.txt", "the same");
        assertThat(codes(again)).containsExactly("same-bytes-given-before");
        assertThat(again.path("findings").path(0).path("message").asString())
                .contains("first.txt", "to R-1 Give us the DOCUMENT");
        EvidenceWorld other = anotherWorld();
        assertThat(codes(other.given(other.asked("DOCUMENT", "ORG-01"), "third.txt", "the same")))
                .as("another client")
                .isEmpty();
    }

    @Test
    void whatIsLikeAnotherDocumentIsNotNamedToWhoMayNotSeeThatOne() {
        String sponsor = "client-sponsor";
        world.audit.appoint(Map.of(OWNER, List.of(world.audit.name(OWNER), world.audit.name(sponsor))));
        Map<String, Object> hers = world.asking("DOCUMENT", "ORG-01");
        hers.put("owner", world.audit.name(sponsor));
        hers.put("title", "Salaries of the board");
        String hidden = world.raised(hers).path("id").asString();
        taken(world.upload(sponsor, uploads(hidden), Sent.of("salaries.txt", "the same")));
        Map<String, Object> anybodys = world.asking("DOCUMENT", "ORG-02");
        anybodys.remove("owner");
        String open = world.raised(anybodys).path("id").asString();
        JsonNode given = taken(world.upload(sponsor, uploads(open), Sent.of("again.txt", "the same")))
                .path(0);
        assertThat(given.toString()).contains("salaries.txt");
        String document = "/api/documents/" + given.path("id").asString();
        for (String path : List.of(document, "/api/requests/" + open)) {
            assertThat(world.get(OWNER, path).toString())
                    .contains("same-bytes-given-before")
                    .doesNotContain("salaries", "Salaries", hidden);
            assertThat(world.get(COMPLIANCE, path).toString()).contains("salaries.txt");
        }
    }

    @Test
    void theSameNameIsTheNextVersion() {
        world.given(request, "policy.txt", "old");
        JsonNode second = world.given(request, "policy.txt", "new");
        JsonNode elsewhere = world.given(world.asked("DOCUMENT", "ORG-02"), "policy.txt", "other");
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(elsewhere.path("version").asInt()).isEqualTo(1);
        JsonNode versions = world.get(
                        STAFF, "/api/documents/" + second.path("id").asString() + "/versions")
                .json()
                .path("items");
        assertThat(versions.valueStream().map(d -> d.path("version").asInt())).containsExactly(2, 1);
    }
}
