package io.tickmark.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A form under test. JSON is written with single quotes and bare keys; it is Sunday, 1 March 2026, noon. */
record FormFixture(JsonNode schema, JsonNode known) {

    private static final JsonMapper RELAXED = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
                    .build())
            .build();
    private static final FormCheck CHECK =
            new FormCheck(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
    private static final Set<String> UPLOADED = Set.of("d1", "d2");

    static JsonNode json(String text) {
        return RELAXED.readTree(text);
    }

    static FormFixture form(String... components) {
        return new FormFixture(
                json("{type: 'default', id: 'form', components: [" + String.join(",", components) + "]}"), json("{}"));
    }

    FormFixture knowing(String data) {
        return new FormFixture(schema, json(data));
    }

    FormCheck.Outcome submit(String data) {
        return submit(json(data));
    }

    FormCheck.Outcome submit(JsonNode data) {
        return CHECK.check(schema, data, known, UPLOADED::contains);
    }

    ObjectNode answers(String data) {
        return submit(data).answers();
    }

    /** The components that are refused. */
    List<String> refused(String data) {
        return submit(data).fields().stream().map(FieldRefusal::component).toList();
    }
}
