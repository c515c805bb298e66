package io.tickmark.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms of a bundle; a deployed form never changes, so what was read once is kept. */
@Component
public class Forms {

    private final RepositoryService repository;
    private final JsonMapper json;
    private final Map<String, JsonNode> read = new ConcurrentHashMap<>();

    Forms(RepositoryService repository, JsonMapper json) {
        this.repository = repository;
        this.json = json;
    }

    /** The form's schema as deployed; callers must not change it. */
    public JsonNode schema(String bundle, String form) {
        return read.computeIfAbsent(bundle + "/" + form, key -> {
            try (InputStream in = repository.getResourceAsStream(bundle, "forms/" + form + ".form")) {
                return json.readTree(in);
            } catch (IOException broken) {
                throw new UncheckedIOException("The form " + form + " cannot be read", broken);
            }
        });
    }
}
