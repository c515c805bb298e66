package io.tickmark.evidence;

import static io.tickmark.evidence.EvidenceWorld.OWNER;
import static io.tickmark.evidence.EvidenceWorld.STAFF;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.binder.BinderCommand;
import io.tickmark.extraction.RealFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Evidence taken along in a ZIP, and what is found in one that somebody changed. */
class BinderTest extends OverHttp {

    private static final String MINUTES = "evidence/R-0002 Minutes/minutes.txt";

    @TempDir
    Path folder;

    private String first;
    private String second;

    @BeforeEach
    void evidenceOfTwoRequests() {
        first = asked("../../Policy: \"v1\" 📎", "ORG-01");
        second = asked("Minutes", "ORG-02");
        world.given(first, "../../etc/passwd", "root");
        world.given(first, "a\u202Efdp.exe", "reversed");
        world.given(first, "Plan.PDF", "one");
        world.given(first, "plan.pdf", "two");
        world.given(second, "minutes.txt", "The board met 🏛");
    }

    @Test
    void theWholeEngagementIsTakenAlongInFoldersAndProvedOffline() throws IOException {
        byte[] zip = taken(STAFF, engagement());
        Map<String, byte[]> files = RealFiles.unzipped(zip);
        assertThat(files.keySet())
                .contains("manifest.json", "index.html", "trail.jsonl", "evidence/R-0002 Minutes/minutes.txt")
                .allSatisfy(path -> assertThat(path)
                        .doesNotContain("..", "\u202E", "\\", ":")
                        .doesNotStartWith("/"))
                .hasSize(8);
        assertThat(files.keySet().stream().map(String::toLowerCase)).doesNotHaveDuplicates();
        String index = new String(files.get("index.html"), UTF_8);
        assertThat(index).contains("&quot;v1&quot; 📎", "minutes.txt", "evidence/R-0002%20Minutes/minutes.txt");
        assertThat(index).doesNotContain("<script");
        assertThat(verified(zip)).startsWith("0 Sound: 5 documents");
        String head =
                json.readTree(files.get("manifest.json")).path("trailHead").asString();
        assertThat(verified(zip, "--checkpoint", head)).startsWith("0 Sound").contains("contains your checkpoint");
        assertThat(verified(zip, "--checkpoint", "1:" + "0".repeat(64))).startsWith("1 NOT SOUND");
    }

    @Test
    void whoTookItIsInTheTrail() {
        taken(OWNER, "/api/requests/" + first + "/binder");
        assertThat(database.sql("select facts from trail_entry where engagement_id = ? and event_name = 'binder-taken'")
                        .param(world.audit.engagement)
                        .query(String.class)
                        .single())
                .contains("\"R-1\"", "\"documents\":4");
    }

    @Test
    void aRequestOrAControlIsTakenAlongByItself() throws IOException {
        assertThat(documents(taken(STAFF, "/api/requests/" + second + "/binder")))
                .hasSize(1);
        assertThat(documents(taken(STAFF, engagement() + "?control=ORG-01"))).hasSize(4);
        assertThat(documents(taken(STAFF, engagement() + "?control=ORG-99"))).isEmpty();
    }

    @Test
    void malwareIsNamedAndLeftOut() throws IOException {
        database.sql("update document set state = 'QUARANTINED' where engagement_id = ? and name = 'minutes.txt'")
                .param(world.audit.engagement)
                .update();
        byte[] zip = taken(STAFF, engagement());
        Map<String, byte[]> files = RealFiles.unzipped(zip);
        assertThat(files).doesNotContainKey(MINUTES);
        assertThat(json.readTree(files.get("manifest.json"))
                        .path("leftOut")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("quarantined");
        assertThat(new String(files.get("index.html"), UTF_8)).contains("Left out: minutes.txt, quarantined");
        assertThat(verified(zip)).startsWith("0 Sound: 4 documents");
    }

    @Test
    void theClientTakesItsOwnWithoutTheTrail() throws IOException {
        byte[] zip = taken("client-compliance", engagement());
        assertThat(RealFiles.unzipped(zip)).doesNotContainKey("trail.jsonl");
        assertThat(verified(zip)).startsWith("0 Sound: 5 documents").contains("No trail");
    }

    @Test
    @Tag("database")
    void notesGoAlongAndWhatIsInternalWithTheFirmAlone() throws IOException {
        String notes = "/api/requests/" + second + "/notes";
        note(STAFF, notes, "shared", "Please add the <dates> 📎");
        note(STAFF, notes, "internal", "Looks thin");
        note("client-compliance", notes, "internal", "Where is last year's?");
        String document = world.request(STAFF, second)
                .path("documents")
                .path(0)
                .path("id")
                .asString();
        note("client-compliance", "/api/documents/" + document + "/notes", "shared", "Signed on Monday");
        world.given(second, "Notes.html", "a file of that name");

        byte[] zip = taken(STAFF, engagement());
        Map<String, byte[]> files = RealFiles.unzipped(zip);
        String shared = new String(files.get("evidence/R-0002 Minutes/Notes (2).html"), UTF_8);
        assertThat(shared)
                .contains("Please add the &lt;dates&gt; 📎", "Signed on Monday", "about minutes.txt", "Shared by")
                .doesNotContain("thin", "last year");
        assertThat(new String(files.get("internal notes/R-0002 Minutes.html"), UTF_8))
                .contains("Looks thin", "Internal to the audit firm")
                .doesNotContain("dates", "last year");
        assertThat(new String(files.get("index.html"), UTF_8))
                .contains("internal%20notes/R-0002%20Minutes.html", "Notes%20(2).html");
        assertThat(verified(zip)).startsWith("0 Sound: 6 documents");
        assertThat(RealFiles.unzipped(taken(STAFF, "/api/requests/" + second + "/binder")))
                .containsKey("internal notes/R-0002 Minutes.html");

        byte[] clients = taken("client-compliance", engagement());
        StringBuilder all = new StringBuilder();
        RealFiles.unzipped(clients).forEach((path, bytes) -> all.append(path).append(new String(bytes, UTF_8)));
        assertThat(all.toString()).contains("Signed on Monday").doesNotContain("internal", "Looks thin", "last year's");
        assertThat(verified(clients)).startsWith("0 Sound: 6 documents");
    }

    private void note(String role, String path, String kind, String text) {
        var answer = world.audit.post(role, path, Map.of("kind", kind, "text", text));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    }

    @Test
    void anotherClientsPeopleFindNothing() {
        EvidenceWorld other = anotherWorld();
        for (String path : List.of(engagement(), "/api/requests/" + first + "/binder")) {
            assertThat(other.get("client-compliance", path).status()).isEqualTo(404);
            assertThat(other.get(OWNER, path).status()).isEqualTo(404);
        }
    }

    @Test
    void whatWasChangedIsNamed() throws IOException {
        byte[] zip = taken(STAFF, engagement());
        assertThat(verified(changed(zip, f -> f.put(MINUTES, "The board slept".getBytes(UTF_8)))))
                .isEqualTo("1 NOT SOUND. \"" + MINUTES + "\" was changed: it is not what the manifest says.");
        assertThat(verified(changed(zip, f -> f.remove(MINUTES)))).contains(MINUTES, "missing");
        assertThat(verified(changed(zip, f -> f.put("evidence/more.txt", new byte[0]))))
                .contains("evidence/more.txt", "put in later");
        assertThat(verified(changed(zip, f -> f.remove("trail.jsonl")))).contains("trail is missing");
        assertThat(verified(changed(zip, f -> edit(f, "trail.jsonl", "minutes.txt", "minuted.txt"))))
                .contains("trail is not sound");
        assertThat(verified(changed(zip, f -> f.remove("manifest.json")))).contains("no binder");
        assertThat(verified(Arrays.copyOf(zip, zip.length - 40))).startsWith("1 NOT SOUND");
    }

    /** The manifest fits the changed file: only the trail tells. */
    @Test
    void aForgedManifestIsFoundByTheTrail() throws Exception {
        byte[] zip = taken(STAFF, engagement());
        String index = new String(RealFiles.unzipped(zip).get("manifest.json"), UTF_8);
        JsonNode item = json.readTree(index)
                .path("files")
                .valueStream()
                .filter(f -> f.path("path").asString().equals(MINUTES))
                .findFirst()
                .orElseThrow();
        byte[] slept = "The board slept...".getBytes(UTF_8);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(slept));
        byte[] forged = changed(zip, files -> {
            files.put(MINUTES, slept);
            edit(files, "manifest.json", item.path("sha256").asString(), hash);
        });
        assertThat(verified(forged)).contains("not what was taken in", "another hash");
    }

    private String engagement() {
        return "/api/engagements/" + world.audit.engagement + "/binder";
    }

    private String asked(String title, String control) {
        Map<String, Object> request = world.asking("DOCUMENT", control);
        request.put("title", title);
        return world.raised(request).path("id").asString();
    }

    private byte[] taken(String role, String path) {
        var answer = world.get(role, path);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.bytes();
    }

    private List<JsonNode> documents(byte[] zip) throws IOException {
        return json.readTree(RealFiles.unzipped(zip).get("manifest.json"))
                .path("files")
                .valueStream()
                .filter(file -> file.has("document"))
                .toList();
    }

    private String verified(byte[] zip, String... more) throws IOException {
        Path file = Files.write(folder.resolve("binder.zip"), zip);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, UTF_8);
        List<String> args = new ArrayList<>(List.of(file.toString()));
        args.addAll(List.of(more));
        int code = BinderCommand.run(args, print, print);
        return code + " " + out.toString(UTF_8).strip();
    }

    private static void edit(Map<String, byte[]> files, String path, String from, String to) {
        String text = new String(files.get(path), UTF_8);
        assertThat(text).contains(from);
        files.put(path, text.replace(from, to).getBytes(UTF_8));
    }

    private static byte[] changed(byte[] zip, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> files = RealFiles.unzipped(zip);
        change.accept(files);
        return RealFiles.zip(files);
    }
}
