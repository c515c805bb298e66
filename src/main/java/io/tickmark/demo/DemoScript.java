package io.tickmark.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What the people of one client write and answer, by task and within it by control, and the records that their systems
 * keep. A chapter holds what differs in one of the client's audits, and goes before the answers of all.
 */
final class DemoScript {

    private static final DemoScript NONE = new DemoScript(JsonNodeFactory.instance.objectNode(), List.of());

    private final JsonNode whole;
    private final List<String> chapters;

    private DemoScript(JsonNode whole, List<String> chapters) {
        this.whole = whole;
        this.chapters = chapters;
    }

    /** For a story whose people answer whatever comes to mind. */
    static DemoScript none() {
        return NONE;
    }

    /** Reads {@code demo/<name>.json}. */
    static DemoScript read(JsonMapper json, String name) {
        try (var script = new ClassPathResource("demo/" + name + ".json").getInputStream()) {
            return new DemoScript(json.readTree(script), List.of("answers"));
        } catch (IOException broken) {
            throw new IllegalStateException("The demo's script " + name + " cannot be read", broken);
        }
    }

    DemoScript with(String chapter) {
        List<String> more = new ArrayList<>(chapters);
        more.add(chapter);
        return new DemoScript(whole, List.copyOf(more));
    }

    /** @param control empty for a task that is about no control */
    Map<String, Object> answers(String phrase, String control) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String chapter : chapters) {
            take(whole.path(chapter).path(phrase), answers);
            take(whole.path(chapter).path(phrase + " " + control), answers);
        }
        return answers;
    }

    private static void take(JsonNode from, Map<String, Object> answers) {
        from.properties().forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
    }

    boolean isWritten() {
        return !chapters.isEmpty();
    }

    /** What the client's systems record about a control; a missing node where they keep a document only. */
    JsonNode records(String control) {
        return whole.path("records").path(control);
    }
}
