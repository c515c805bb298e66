package io.tickmark.fieldwork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import io.tickmark.binder.BinderCommand;
import io.tickmark.extraction.RealFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the firm's people find of the tests in the ZIP of an engagement, and what nobody else does. */
@TickmarkTest
class WorkpapersTakenAlongTest {

    private static final String DOCUMENT = "A-2,annual,DOC policy in force";
    private static final String OTHER = "A-4,annual,DOC minutes of the board";
    private static final String SENIOR = "audit-senior";
    private static final String PAPER = "workpapers/A-2 Control A-2 🔑/Workpaper A-2.html";

    private final int port;
    private final JsonMapper json;
    private final FieldworkWorld.Factory factory;

    @TempDir
    Path folder;

    WorkpapersTakenAlongTest(
            @LocalServerPort int port, @Autowired JsonMapper json, @Autowired ApplicationContext application) {
        this.port = port;
        this.json = json;
        this.factory = FieldworkWorld.Factory.of(application);
    }

    private FieldworkWorld tested() {
        FieldworkWorld world = factory.world(port, List.of(DOCUMENT, OTHER)).planned(Map.of("requestsDueIn", 10));
        world.evidenceGiven(1);
        world.tested();
        return world;
    }

    private static String binder(FieldworkWorld world) {
        return "/api/engagements/" + world.engagement + "/binder";
    }

    @Test
    void eachTestHasItsPaperWithItsConclusionAndWhatItCites() throws IOException {
        FieldworkWorld world = tested();
        byte[] zip = taken(world, SENIOR, binder(world));
        Map<String, byte[]> files = RealFiles.unzipped(zip);
        assertThat(files).containsKeys(PAPER, "workpapers/A-2 Control A-2 🔑/paper.txt");
        String page = new String(files.get(PAPER), UTF_8);
        assertThat(page)
                .contains("Conclusion:", "effective", "Asked the engineer 👷", "Compared each item with its ticket")
                .contains("../../evidence/", "list.csv", "paper.txt")
                .doesNotContain("<script");
        assertThat(new String(files.get("index.html"), UTF_8)).contains("Workpapers", "Workpaper%20A-2.html");

        JsonNode paper = paper(files, "A-2");
        JsonNode test = world.test("A-2");
        assertThat(paper.path("test")).isEqualTo(test.path("id"));
        assertThat(paper.path("conclusion").asString()).isEqualTo("effective");
        assertThat(paper.path("state").asString()).isEqualTo("closed");
        assertThat(paper.path("preparedBy").asString()).isEqualTo(world.audit.name("audit-staff"));
        assertThat(paper.path("reviewedBy").asString()).isEqualTo(world.audit.name(SENIOR));
        assertThat(paper.path("cites")).hasSize(2);
        JsonNode cited = paper.path("cites").path(0);
        assertThat(cited.path("name").asString()).isEqualTo("list.csv");
        assertThat(cited.path("version").asInt()).isEqualTo(1);
        assertThat(cited.path("request").asString()).startsWith("R-");
        assertThat(cited.path("sha256")).isEqualTo(test.path("evidence").path(0).path("sha256"));
        assertThat(files).containsKey(cited.path("path").asString());
        assertThat(verified(zip))
                .startsWith("0 Sound: 4 documents and 2 workpapers")
                .contains("of what was concluded");
    }

    @Test
    void aControlIsTakenAlongWithItsPapers() throws IOException {
        FieldworkWorld world = tested();
        byte[] zip = taken(world, SENIOR, binder(world) + "?control=A-2");
        Map<String, byte[]> files = RealFiles.unzipped(zip);
        assertThat(files).containsKeys(PAPER, "workpapers/A-2 Control A-2 🔑/paper.txt");
        assertThat(files.keySet()).noneMatch(path -> path.contains("A-4"));
        assertThat(verified(zip)).startsWith("0 Sound: 2 documents and 1 workpapers");
    }

    @Test
    void nobodyOfTheClientNorWhoReadsNoWorkpapersGetsAny() throws IOException {
        FieldworkWorld world = tested();
        for (String role : List.of("client-sponsor", "client-compliance", "control-owner", "project-manager")) {
            byte[] zip = taken(world, role, binder(world));
            Map<String, byte[]> files = RealFiles.unzipped(zip);
            assertThat(files.keySet()).as(role).noneMatch(path -> path.endsWith("Workpaper A-2.html"));
            assertThat(new String(files.get("manifest.json"), UTF_8))
                    .as(role)
                    .doesNotContain("workpaper\"", "conclusion");
            assertThat(new String(files.get("index.html"), UTF_8)).as(role).doesNotContain("effective");
            assertThat(verified(zip)).as(role).startsWith("0 Sound");
        }
    }

    @Test
    void aConclusionThatWasChangedIsFoundByTheTrail() throws IOException {
        FieldworkWorld world = tested();
        byte[] zip = taken(world, SENIOR, binder(world));
        assertThat(verified(changed(zip, PAPER, text -> text.replace("effective", "deviation"))))
                .startsWith("1 NOT SOUND")
                .contains(PAPER, "was changed");
        assertThat(verified(changed(
                        zip,
                        "manifest.json",
                        text -> text.replaceFirst("\"conclusion\" : \"effective\"", "\"conclusion\" : \"deviation\""))))
                .startsWith("1 NOT SOUND")
                .contains("not the workpaper that the trail tells of");
        String cited =
                paper(RealFiles.unzipped(zip), "A-2").path("cites").path(0).toString();
        String sha256 = json.readTree(cited).path("sha256").asString();
        assertThat(verified(changed(
                        zip,
                        "manifest.json",
                        text -> text.substring(0, text.indexOf("\"cites\""))
                                + text.substring(text.indexOf("\"cites\"")).replaceFirst(sha256, "0".repeat(64)))))
                .startsWith("1 NOT SOUND")
                .contains("cites", "another hash");
    }

    /** An auditor of the firm who is not of this audit reads workpapers, and knows nothing of what is confidential. */
    @Test
    @Tag("database")
    void whatAConfidentialRequestHoldsIsNamedToTheAuditorsOfTheAuditAlone() throws IOException {
        FieldworkWorld world = factory.world(port, List.of(DOCUMENT)).planned(Map.of("requestsDueIn", 10));
        String request = world.requests().path(0).path("id").asString();
        FieldworkWorld.taken(world.audit.post(
                "audit-manager",
                "/api/engagements/" + world.engagement + "/requests/assign",
                Map.of("requests", List.of(request), "owner", world.audit.name("control-owner"))));
        FieldworkWorld.taken(world.audit.put(
                SENIOR,
                "/api/requests/" + request + "/confidentiality",
                Map.of("confidential", true, "readers", List.of(world.audit.name("client-sponsor")))));
        world.evidenceGiven(1);
        world.tested();
        FieldworkWorld elsewhere = factory.world(port, List.of());
        String tests = "/api/engagements/" + world.engagement + "/tests";
        assertThat(world.audit.get(SENIOR, tests).body().toString()).contains("list.csv", "R-1");
        var read = elsewhere.audit.get("audit-partner", tests);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body().toString())
                .contains("A document of a confidential request", "paper.txt")
                .doesNotContain("list.csv", "R-1");
        byte[] zip = taken(elsewhere, "audit-partner", binder(world));
        Map<String, byte[]> files = RealFiles.unzipped(zip);
        assertThat(files).containsKey(PAPER);
        for (String file : List.of(PAPER, "manifest.json", "index.html")) {
            assertThat(new String(files.get(file), UTF_8)).as(file).doesNotContain("list.csv", "R-1", "R-0001");
        }
        assertThat(verified(zip)).startsWith("0 Sound");
        assertThat(RealFiles.unzipped(taken(world, SENIOR, binder(world))).keySet())
                .anyMatch(path -> path.endsWith("list.csv"));
    }

    private JsonNode paper(Map<String, byte[]> files, String control) {
        return json.readTree(files.get("manifest.json"))
                .path("files")
                .valueStream()
                .map(file -> file.path("workpaper"))
                .filter(paper -> paper.path("control").asString("").equals(control))
                .findFirst()
                .orElseThrow();
    }

    private byte[] taken(FieldworkWorld world, String role, String path) {
        String pair = world.audit.name(role) + ":tickmark";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(role).isEqualTo(200);
            return answer.body();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String verified(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("binder.zip"), zip);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, UTF_8);
        int code = BinderCommand.run(List.of(file.toString()), print, print);
        return code + " " + out.toString(UTF_8).strip();
    }

    private static byte[] changed(byte[] zip, String path, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> files = RealFiles.unzipped(zip);
        String text = new String(files.get(path), UTF_8);
        String other = change.apply(text);
        assertThat(other).isNotEqualTo(text);
        files.put(path, other.getBytes(UTF_8));
        return RealFiles.zip(files);
    }
}
