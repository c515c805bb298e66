package io.tickmark;

import static io.tickmark.GeneratedPage.cell;
import static io.tickmark.GeneratedPage.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules with what they answer for, and who uses whom. */
final class ModulesPage {

    private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");

    private ModulesPage() {}

    static List<String> lines() throws IOException {
        Map<String, Set<String>> uses = uses();
        List<String> lines =
                new ArrayList<>(List.of(row("module", "what it answers for", "uses"), row("---", "---", "---")));
        for (String module : bottomUp(uses)) {
            Set<String> used = uses.getOrDefault(module, Set.of());
            lines.add(row(
                    "`" + module + "`",
                    cell(purpose(module)),
                    used.isEmpty() ? "nothing" : cell(String.join(", ", used))));
        }
        lines.addAll(
                List.of("", "Drawn without the arrows that follow from others:", "", "```mermaid", "flowchart BT"));
        uses.forEach((module, used) -> used.stream()
                .filter(target -> used.stream().noneMatch(way -> !way.equals(target) && reaches(uses, way, target)))
                .forEach(target -> lines.add("    " + module + " --> " + target)));
        lines.add("```");
        return lines;
    }

    private static Map<String, Set<String>> uses() {
        ApplicationModules modules = ApplicationModules.of(Tickmark.class);
        Map<String, Set<String>> uses = new TreeMap<>();
        for (ApplicationModule module : modules) {
            Set<String> used = new TreeSet<>();
            module.getDirectDependencies(modules).stream()
                    .map(dependency ->
                            dependency.getTargetModule().getIdentifier().toString())
                    .forEach(used::add);
            uses.put(module.getIdentifier().toString(), used);
        }
        return uses;
    }

    /** A module stands below all that it uses; those on one level in the order of the alphabet. */
    private static List<String> bottomUp(Map<String, Set<String>> uses) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        uses.keySet().forEach(module -> level(uses, module, levels));
        return uses.keySet().stream()
                .sorted(java.util.Comparator.comparingInt((String module) -> levels.getOrDefault(module, 0))
                        .thenComparing(module -> module))
                .toList();
    }

    private static int level(Map<String, Set<String>> uses, String module, Map<String, Integer> levels) {
        Integer known = levels.get(module);
        if (known != null) {
            return known;
        }
        int level = 0;
        for (String used : uses.getOrDefault(module, Set.of())) {
            level = Math.max(level, level(uses, used, levels) + 1);
        }
        levels.put(module, level);
        return level;
    }

    private static boolean reaches(Map<String, Set<String>> uses, String from, String target) {
        Set<String> used = uses.getOrDefault(from, Set.of());
        return used.contains(target) || used.stream().anyMatch(way -> reaches(uses, way, target));
    }

    private static String purpose(String module) throws IOException {
        Path source = Path.of("src/main/java/io/tickmark", module, "package-info.java");
        Matcher comment = JAVADOC.matcher(Files.readString(source));
        if (!comment.find()) {
            throw new AssertionError(source + " does not say what its module answers for");
        }
        return comment.group(1).replaceAll("(?m)^\\s*\\*", "").replaceAll("\\{@code ([^}]+)}", "`$1`");
    }
}
