package io.tickmark.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Ways to run code, to fetch or to exhaust something by a model: each is refused, and its harmless twin is not. */
class HostileModelsTest {

    private static final Path FOLDER = Path.of("src/test/resources/hostile-models");
    private static final Path BASE = FOLDER.resolve("base");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/hostile-models/index.csv", delimiter = '|')
    void itIsRefusedAndItsTwinIsNot(String file, String element, String says) {
        assertThat(errors(file, file)).anySatisfy(finding -> {
            assertThat(finding.file()).endsWith(file);
            assertThat(finding.element()).isEqualTo(element.equals("-") ? null : element);
            assertThat(finding.message()).contains(says);
        });
        int ending = file.lastIndexOf('.');
        assertThat(errors(file, file.substring(0, ending) + ".twin" + file.substring(ending)))
                .isEmpty();
    }

    @Test
    void everyFileOfTheFolderIsTried() throws IOException {
        List<String> listed = Files.readAllLines(FOLDER.resolve("index.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(path -> path.getFileName().toString())
                            .filter(name -> name.matches(".*\\.(bpmn|dmn|form)") && !name.contains(".twin.")))
                    .containsExactlyInAnyOrderElementsOf(listed)
                    .hasSizeGreaterThan(45);
        }
    }

    private static List<ModelFinding> errors(String name, String content) {
        return findings(name, content).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    static List<ModelFinding> findings(String name, String content) {
        Map<String, byte[]> set = new TreeMap<>();
        try (Stream<Path> files = Files.walk(BASE)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> set.put(BASE.relativize(file).toString(), bytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        set.put((name.endsWith(".form") ? "forms/" : "processes/") + name, bytes(FOLDER.resolve(content)));
        return ModelCheck.findings(set, Origin.OWNER, startedByCode(name));
    }

    /** As if the product started the tried process, with all that it sets anywhere. */
    private static Vocabulary startedByCode(String name) {
        Vocabulary ours = OurWords.VOCABULARY;
        return new Vocabulary(
                ours.steps(),
                ours.variables(),
                ours.roles(),
                new Sources(
                        Map.of(name.substring(0, name.lastIndexOf('.')), ours.variables()),
                        ours.sources().steps(),
                        ours.sources().flags()));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
