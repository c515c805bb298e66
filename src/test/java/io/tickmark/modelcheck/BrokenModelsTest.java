package io.tickmark.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * For each rule a small model that breaks it and nothing around it: each differs from its file of the base in what its
 * name says. What hostile models break is shown by {@link HostileModelsTest}.
 */
class BrokenModelsTest {

    private static final Path FOLDER = Path.of("src/test/resources/broken-models");
    private static final Path HOSTILE = Path.of("src/test/resources/hostile-models");
    private static final Path SOURCES = Path.of("src/main/java/io/tickmark/modelcheck");

    /** A literal that begins a sentence; what continues one begins with a space or a small letter. */
    private static final Pattern SENTENCE = Pattern.compile("\"([A-Z][a-z]*'?[a-z]* [a-z<'][^\"\\\\]{8,})\"");

    /** Shown elsewhere: every interlock in {@link InterlocksTest}, the drawing in {@code ModelsTest}. */
    private static final Set<String> ELSEWHERE = Set.of(
            "AuditModels.java",
            "CalledProcesses.java",
            "Diagrams.java",
            "GuardedVariables.java",
            "InterlockMarks.java",
            "InterlockRules.java",
            "Interlocks.java",
            "MarkedElements.java",
            "MarkedForm.java",
            "TokenGraph.java");

    /**
     * Sizes and names that no file of a folder of small ones can have are tried by {@code ModelsTest}; two sentences are
     * for what no version of FEEL and of the XML parser that we know brings.
     */
    private static final Set<String> NO_FILE = Set.of(
            "The set is larger than 50 MB or ",
            "The file is larger than 10 MB",
            "The file has more than ",
            "A set holds processes/….bpmn",
            "The expression is of a kind (",
            "The file is no well-formed XML.");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/broken-models/index.csv", delimiter = '|')
    void itIsFoundAndTheBaseHasNoSuchFinding(
            String file, String target, String element, String says, String ofAnOwner) {
        String[] names = target.split(" ?> ?");
        String found = names[names.length - 1];
        for (Origin origin : Origin.values()) {
            Severity severity = origin == Origin.OWNER || says.startsWith("The form may hide")
                    ? Severity.valueOf(ofAnOwner.toUpperCase(Locale.ROOT))
                    : Severity.ERROR;
            assertThat(findings(names[0], FOLDER.resolve(file), origin)).anySatisfy(finding -> {
                assertThat(finding.file()).isEqualTo(found);
                assertThat(finding.element()).isEqualTo(element.equals("-") ? null : element);
                assertThat(finding.message()).contains(says);
                assertThat(finding.severity()).isEqualTo(severity);
            });
            assertThat(ModelCheck.findings(base(), origin, OurWords.VOCABULARY))
                    .noneSatisfy(finding -> assertThat(finding.message()).contains(says));
        }
    }

    @Test
    void theBaseIsDeployable() {
        assertThat(ModelCheck.findings(base(), Origin.OWNER, OurWords.VOCABULARY))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
        assertThat(ModelCheck.findings(base(), Origin.PRODUCT, OurWords.VOCABULARY))
                .extracting(ModelFinding::message)
                .containsOnly("It is not in the diagram.");
    }

    @Test
    void everyFileOfTheFolderIsTried() throws IOException {
        assertThat(names(FOLDER))
                .containsExactlyElementsOf(new TreeSet<>(listed(FOLDER).keySet()));
    }

    /** A rule that says something new needs a model here or among the hostile ones, or this fails. */
    @Test
    void everySentenceOfTheCheckIsSaidOfSomeModel() throws IOException {
        List<String> said = new ArrayList<>();
        listed(FOLDER)
                .forEach((file, target) -> findings(target.split(" ?> ?")[0], FOLDER.resolve(file), Origin.PRODUCT)
                        .forEach(finding -> said.add(finding.message())));
        for (String file : names(HOSTILE)) {
            HostileModelsTest.findings(file, file).forEach(finding -> said.add(finding.message()));
        }
        Set<String> unsaid = sentences();
        assertThat(unsaid).hasSizeGreaterThan(90);
        unsaid.removeIf(sentence -> NO_FILE.stream().anyMatch(sentence::startsWith)
                || said.stream().anyMatch(one -> one.contains(sentence)));
        assertThat(unsaid).isEmpty();
    }

    private static Set<String> sentences() throws IOException {
        Set<String> sentences = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                if (!ELSEWHERE.contains(file.getFileName().toString())) {
                    SENTENCE.matcher(Files.readString(file)).results().forEach(found -> sentences.add(found.group(1)));
                }
            }
        }
        return sentences;
    }

    private static Map<String, String> listed(Path folder) throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("index.csv"))) {
            if (!line.startsWith("#")) {
                String[] cells = line.split(" \\| ");
                listed.put(cells[0].strip(), cells[1].strip());
            }
        }
        return listed;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(bpmn|dmn|form)") && !name.contains(".twin."))
                    .forEach(names::add);
            return names;
        }
    }

    private static List<ModelFinding> findings(String target, Path content, Origin origin) {
        Map<String, byte[]> set = base();
        set.put(target, bytes(content));
        return ModelCheck.findings(set, origin, OurWords.VOCABULARY);
    }

    private static Map<String, byte[]> base() {
        Map<String, byte[]> set = new TreeMap<>();
        Path base = FOLDER.resolve("base");
        try (Stream<Path> files = Files.walk(base)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> set.put(base.relativize(file).toString(), bytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return set;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
