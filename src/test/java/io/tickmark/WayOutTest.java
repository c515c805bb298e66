package io.tickmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of docs/way-out.md, applied to a copy: it still fits the sources. That they compile then, it cannot tell. */
class WayOutTest {

    /** Written so that the recipe does not rewrite it. What is Camunda's on Operaton too, FEEL, is let through. */
    private static final Pattern CAMUNDAS = Pattern.compile(
            "org[./]camunda[./](?:bpm|commons)|\\bCamunda[A-Z]|\\b[gs]etCamunda[A-Z]|\\bcamunda[A-Z]\\w*\\(");

    @TempDir
    private Path copy;

    @BeforeEach
    void copyWhatTheRecipeMayTouch() throws IOException, InterruptedException {
        copy(Path.of("pom.xml"));
        copy(Path.of("docs/dependencies.md"));
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                copy(source);
            }
        }
        apply();
    }

    @Test
    void nothingOfTheEngineIsLeft() throws IOException {
        assertThat(texts())
                .allSatisfy((file, text) ->
                        assertThat(CAMUNDAS.matcher(text).results()).as(file).isEmpty());
        assertThat(texts().get("pom.xml"))
                .contains("<artifactId>operaton-engine</artifactId>", "<artifactId>operaton-engine-spring</artifactId>")
                .doesNotContain("camunda");
    }

    @Test
    void ofTheApplicationOnlyTheModuleWorkflowChanges() throws IOException {
        for (var file : texts().entrySet()) {
            String name = file.getKey();
            if (name.startsWith("src/main/") && !name.startsWith("src/main/java/io/tickmark/workflow/")) {
                assertThat(file.getValue()).as(name).isEqualTo(Files.readString(Path.of(name)));
            }
        }
    }

    @Test
    void aSecondTimeItChangesNothing() throws IOException, InterruptedException {
        var once = texts();
        apply();
        assertThat(texts()).isEqualTo(once);
    }

    private void copy(Path file) throws IOException {
        Path target = copy.resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
    }

    private void apply() throws IOException, InterruptedException {
        var recipe = new ProcessBuilder(List.of("bash", "docs/way-out/to-operaton", copy.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(recipe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(recipe.waitFor()).as(said).isZero();
    }

    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(copy.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }
}
