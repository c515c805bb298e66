package io.tickmark.journey;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the people of a story answer on purpose, by the key of the task and of the field; the rest they guess. */
final class Told {

    private final Map<String, Map<String, String>> always = new HashMap<>();
    private final Map<String, Map<String, String>> once = new HashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();

    /** @param answer a text, or the label of an option */
    Told always(String task, String field, String answer) {
        always.computeIfAbsent(task, unknown -> new LinkedHashMap<>()).put(field, answer);
        return this;
    }

    /** As {@link #always}, but only for the first task with this key; fields are entered in the order told. */
    Told once(String task, String field, String answer) {
        once.computeIfAbsent(task, unknown -> new LinkedHashMap<>()).put(field, answer);
        return this;
    }

    /** The answers for the next task with this key. */
    Map<String, String> on(String task) {
        Map<String, String> answers = new LinkedHashMap<>(always.getOrDefault(task, Map.of()));
        if (turns.merge(task, 1, Integer::sum) == 1) {
            answers.putAll(once.getOrDefault(task, Map.of()));
        }
        return answers;
    }

    int turns(String task) {
        return turns.getOrDefault(task, 0);
    }
}
