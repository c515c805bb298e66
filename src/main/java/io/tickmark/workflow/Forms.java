package io.tickmark.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms of a bundle; a deployed form never changes, so what was read once is kept. */
@Component
public class Forms {

    private static final Pattern ANSWER = Pattern.compile("\\banswers\\.([A-Za-z_][A-Za-z0-9_]*)");

    private final RepositoryService repository;
    private final JsonMapper json;
    private final Map<String, Kept> read = new ConcurrentHashMap<>();

    Forms(RepositoryService repository, JsonMapper json) {
        this.repository = repository;
        this.json = json;
    }

    private record Kept(JsonNode schema, Set<String> earlierAnswers) {}

    /** The form's schema as deployed; callers must not change it. */
    public JsonNode schema(String bundle, String form) {
        return kept(bundle, form).schema();
    }

    /** Keys of the fields whose earlier answers the form asks for, as {@code answers.legalReason}. */
    public Set<String> earlierAnswers(String bundle, String form) {
        return kept(bundle, form).earlierAnswers();
    }

    private Kept kept(String bundle, String form) {
        return read.computeIfAbsent(bundle + "/" + form, key -> {
            try (InputStream in = repository.getResourceAsStream(bundle, "forms/" + form + ".form")) {
                JsonNode schema = json.readTree(in);
                return new Kept(
                        schema,
                        ANSWER.matcher(schema.toString())
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.toUnmodifiableSet()));
            } catch (IOException broken) {
                throw new UncheckedIOException("The form " + form + " cannot be read", broken);
            }
        });
    }
}
