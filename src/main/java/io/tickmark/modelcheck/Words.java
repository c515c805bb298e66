package io.tickmark.modelcheck;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The elements that a language of models may use: which attributes of the language and of the engine each may carry, and
 * what may stand in it. What is not listed is refused, so nothing is allowed by having been forgotten.
 */
record Words(Map<String, Word> words) {

    record Word(Set<String> attributes, Set<String> extensions, Set<String> children) {}

    /**
     * @param table a line for each element: {@code name | attributes | the engine's attributes | children}
     * @param groups names in capitals that stand for several
     */
    static Words of(String table, Map<String, String> groups, String... everywhere) {
        Map<String, Word> words = new HashMap<>();
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] cells = Arrays.copyOf(line.split("\\|", -1), 4);
            Set<String> attributes = words(cells[1], groups);
            attributes.addAll(Set.of("id", "name"));
            Set<String> children = words(cells[3], groups);
            boolean leaf = children.remove("-");
            if (!leaf) {
                children.addAll(Set.of(everywhere));
            }
            words.put(cells[0].strip(), new Word(attributes, words(cells[2], groups), children));
        });
        return new Words(words);
    }

    private static Set<String> words(String cell, Map<String, String> groups) {
        Set<String> found = new HashSet<>();
        Stream.of(cell.strip().split(" +"))
                .filter(word -> !word.isEmpty())
                .forEach(word ->
                        found.addAll(Set.of(groups.getOrDefault(word, word).split(" "))));
        return found;
    }
}
