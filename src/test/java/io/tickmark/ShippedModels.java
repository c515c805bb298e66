package io.tickmark;

import io.tickmark.modelcheck.ModelCheck;
import io.tickmark.modelcheck.ModelFinding;
import io.tickmark.modelcheck.Origin;
import io.tickmark.modelcheck.OurWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The models and forms that the product ships, and what the check says when one of them is changed. */
final class ShippedModels {

    private ShippedModels() {}

    static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        for (Path folder : List.of(Path.of("processes"), Path.of("forms"))) {
            try (Stream<Path> found = Files.list(folder)) {
                found.forEach(file -> files.put(folder + "/" + file.getFileName(), read(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return files;
    }

    static List<ModelFinding> findings(Map<String, String> files, Origin origin) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return ModelCheck.findings(bytes, origin, OurWords.VOCABULARY);
    }

    /** What is said about one file of the set after that change, which must change something. */
    static List<ModelFinding> findings(String file, Origin origin, UnaryOperator<String> change) {
        Map<String, String> files = all();
        String before = files.getOrDefault(file, "");
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("Nothing was changed in " + file);
        }
        files.put(file, after);
        return findings(files, origin).stream()
                .filter(finding -> finding.file().equals(file))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
