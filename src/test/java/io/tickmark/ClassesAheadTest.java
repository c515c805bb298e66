package io.tickmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kills.ForkedTickmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dclasses.write=true} writes the list anew from a start, after libraries have changed. */
class ClassesAheadTest {

    private static final Path LIST = Path.of("src/main/resources/io/tickmark/classes-ahead.txt");
    private static final Pattern LOADED = Pattern.compile("\\] ([\\w.]+\\.[\\w$]+) source: (?:file|jar):\\S+");
    /** Ours change daily and are few; a proxy has another name in each start. */
    private static final Pattern LEFT_OUT = Pattern.compile("io\\.tickmark\\..*|.*\\$\\$.*|.*\\$Proxy\\d+.*");

    private static final int SPAN = 400;

    @TempDir
    Path folder;

    @Test
    void nearlyAllOfTheListedClassesAreThere() throws IOException {
        if (Boolean.getBoolean("classes.write")) {
            Files.writeString(LIST, String.join("\n", lines(loaded())) + "\n");
        }
        List<String> names = ClassesAhead.names(Files.newBufferedReader(LIST));
        List<String> gone =
                names.stream().filter(name -> !ClassesAhead.isThere(name)).toList();
        assertThat(names).hasSizeGreaterThan(5_000);
        assertThat(gone)
                .as("gone: write the list anew, mvn test -Dtest=ClassesAheadTest -Dclasses.write=true")
                .hasSizeLessThan(names.size() / 50);
    }

    private List<String> loaded() throws IOException {
        Path log = folder.resolve("classes");
        try (var application = new ForkedTickmark(folder, Map.of("tickmark.demo.world", "false"))) {
            application.launch("-Xshare:off", "-Xlog:class+load:file=" + log);
            application.ready();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(LOADED::matcher)
                    .filter(line -> line.find())
                    .map(line -> line.group(1))
                    .filter(name -> !LEFT_OUT.matcher(name).matches())
                    .distinct()
                    .toList();
        }
    }

    /** By package within a span of the order, which is enough of it and a fifth of the text. */
    private static List<String> lines(List<String> names) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < names.size(); from += SPAN) {
            Map<String, StringBuilder> packages = new LinkedHashMap<>();
            for (String name : names.subList(from, Math.min(names.size(), from + SPAN))) {
                int dot = name.lastIndexOf('.');
                packages.computeIfAbsent(name.substring(0, dot), key -> new StringBuilder(key))
                        .append(' ')
                        .append(name.substring(dot + 1));
            }
            packages.values().forEach(line -> lines.add(line.toString()));
        }
        return lines;
    }
}
