package io.tickmark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.kills.ForkedTickmark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What README.md promises of the first start: the demo world is there, and its commands do what they say. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern COMMANDS = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theFirstStartIsAsDescribed() throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("home"));
        try (var application = new ForkedTickmark(home, Map.of())) {
            application.launch();
            application.ready();
            assertThat(application.log())
                    .contains("Tickmark is at http://127.0.0.1:" + application.port())
                    .contains("The password is 'tickmark' for all.");
            assertThat(phases(application.port()))
                    .hasSize(17)
                    .containsEntry("Alderbrook Archive SOC 2 Type I", "closed")
                    .containsEntry("Harborpay SOC 1 Type 2", "closed")
                    .containsEntry("Northwind SOC 2 Type II, last year", "closed")
                    .containsEntry("Fabrikam SOC 2 Type II, first", "reporting")
                    .containsEntry("Fabrikam warehouse service SOC 2", "issued")
                    .containsEntry("Northwind marketplace SOC 2", "remediation")
                    .containsEntry("Northwind mobile app SOC 2", "readiness")
                    .containsEntry("Northwind payments service SOC 2", "scoping")
                    .containsEntry("Northwind analytics SOC 2", "scoping")
                    .containsEntry("Fabrikam returns portal SOC 2", "proposal")
                    .containsEntry("Fabrikam pilot SOC 2", "declined")
                    .containsEntry("Northwind data hub SOC 2", "suspended")
                    .containsEntry("Fabrikam legacy platform SOC 2", "withdrawn")
                    .containsValue("fieldwork");
            assertThat(opinionsOf("Alderbrook Archive SOC 2 Type II", application.port()))
                    .containsExactlyInAnyOrder(List.of("QUALIFIED"), List.of("UNMODIFIED", "UNMODIFIED"), List.of());
            String said = theCommandsOfScripts(application.port());
            assertThat(said)
                    .contains("Sound: 49 documents and 20 workpapers")
                    .contains("<mark>approved</mark>")
                    .contains("Review evidence")
                    .contains("\"collector\":\"nightly\"");
            assertThat(Files.readString(folder.resolve("trail.jsonl"))).contains("report-issued");
            assertThat(folder.resolve("report.pdf")).content(StandardCharsets.ISO_8859_1).startsWith("%PDF-");
        }
    }

    private static Map<String, String> phases(int port) {
        Map<String, String> phases = new TreeMap<>();
        for (JsonNode audit : Caller.basic(port, "partner", "tickmark")
                .get("/api/engagements?limit=200")
                .json()
                .path("items")) {
            phases.put(audit.path("title").asString(), audit.path("phase").asString());
        }
        return phases;
    }

    /** Of each of the audits with such a title, the opinions of its reports. */
    private static List<List<String>> opinionsOf(String title, int port) {
        Caller partner = Caller.basic(port, "partner", "tickmark");
        return partner.get("/api/engagements?limit=200").json().path("items").valueStream()
                .filter(audit -> audit.path("title").asString().startsWith(title + " "))
                .map(audit -> partner.get("/api/engagements/" + audit.path("id").asString() + "/reports")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(report -> report.path("opinion").asString())
                        .toList())
                .toList();
    }

    /** All of the chapter in one shell, as somebody would paste it; what fails ends it. */
    private String theCommandsOfScripts(int port) throws IOException, InterruptedException {
        String readme = Files.readString(README);
        String chapter = readme.substring(readme.indexOf("## By API"), readme.indexOf("## Configuration"));
        var script = new StringBuilder("set -xeuo pipefail\ncurl() { command curl --fail-with-body \"$@\"; }\n");
        Matcher commands = COMMANDS.matcher(chapter);
        while (commands.find()) {
            script.append(commands.group(1));
        }
        String all = script.toString()
                .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + port)
                .replace("java -jar target/tickmark.jar", "java -cp '" + ForkedTickmark.classPath() + "' io.tickmark.Tickmark");
        Path output = folder.resolve("output");
        Process shell = new ProcessBuilder(List.of("bash", "-c", all))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int end = shell.waitFor();
        String said = Files.readString(output);
        assertThat(end).as(() -> "the end of\n" + said).isZero();
        return said;
    }
}
