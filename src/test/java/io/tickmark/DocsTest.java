package io.tickmark;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.modelcheck.InterlockLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the documents that can be generated to the code, and the others to what they promise to name. */
class DocsTest {

    private static final Pattern IN_POM =
            Pattern.compile("(?s)<(?:parent|dependency|plugin|path)>\\s*<groupId>[^<]+</groupId>\\s*"
                    + "<artifactId>([^<*]+)</artifactId>");
    private static final Pattern IN_PACKAGES = Pattern.compile("\"([^\"]+)\": \"\\d+\\.\\d+\\.\\d+\"");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([^`]+)`");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(?:#[^)]*)?\\)");

    /** Made by the application itself, from its own pages. */
    private static final List<String> PICTURES = List.of("docs/tasks.png", "docs/process.png");

    @Test
    void theProcessesAreDescribedAsTheyAre() throws IOException {
        new GeneratedPage("processes.md").says(ProcessesPage.lines());
    }

    @Test
    void theConfigurationIsDescribedAsItIs() throws IOException {
        new GeneratedPage("configuration.md").says(ConfigurationPage.lines());
    }

    @Test
    void theModulesAreDescribedAsTheyAre() throws IOException {
        new GeneratedPage("modules.md").says(ModulesPage.lines());
    }

    @Test
    void theInterlocksAreDescribedAsTheyAre() throws IOException {
        new GeneratedPage("models.md").says(InterlockLines.lines());
    }

    @Test
    void everyDependencyHasItsReasonAndLicence() throws IOException {
        var used = found(IN_POM, Path.of("pom.xml"));
        used.addAll(found(IN_PACKAGES, Path.of("src/main/frontend/package.json")));
        assertThat(found(FIRST_CELL, Path.of("docs/dependencies.md")))
                .as("first column of docs/dependencies.md (actual) against pom.xml and package.json (expected)")
                .isEqualTo(used);
    }

    @Test
    void everyDecisionRecordSaysWhenItWillBeDropped() throws IOException {
        try (Stream<Path> records = Files.list(Path.of("docs/adr"))) {
            assertThat(records.filter(file -> !file.endsWith("README.md")))
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        assertThat(file.getFileName().toString()).matches("\\d{4}-[a-z0-9-]+\\.md");
                        assertThat(Files.readString(file))
                                .contains("## Context\n", "## Decision\n", "## Consequences\n", "## When to drop it\n");
                    });
        }
    }

    @Test
    void whatAPageLinksToIsThere() throws IOException {
        for (Path page : pages()) {
            for (String target : found(LINK, page)) {
                Path linked = page.resolveSibling(target).normalize();
                assertThat(Files.exists(linked)
                                || PICTURES.contains(linked.toString().replace('\\', '/')))
                        .as("%s links to %s", page, target)
                        .isTrue();
            }
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs.filter(file -> file.toString()
                            .endsWith(".md")))
                    .toList();
        }
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
