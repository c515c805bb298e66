package io.tickmark.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.MathContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Replays what form-js itself decided; {@code src/test/frontend/form-parity} says how the recording is made. */
class FormParityTest {

    private static final JsonNode RECORDED = read();
    private final FormCheck check = new FormCheck(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

    @TestFactory
    Stream<DynamicContainer> theServerDecidesAsFormJs() {
        return RECORDED.valueStream()
                .map(form ->
                        DynamicContainer.dynamicContainer(form.at("/schema/id").asString(), cases(form)));
    }

    private Stream<DynamicTest> cases(JsonNode form) {
        JsonNode cases = form.path("cases");
        return Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest("submission " + i, () -> replay(form.path("schema"), cases.path(i))));
    }

    private void replay(JsonNode schema, JsonNode recorded) {
        agrees(schema, recorded, recorded.path("data"), "what the browser sends");
        if (recorded.path("asTyped").booleanValue()) {
            agrees(schema, recorded, recorded.path("submission"), "all that was typed, hidden fields included");
        }
    }

    private void agrees(JsonNode schema, JsonNode recorded, JsonNode submitted, String what) {
        FormCheck.Outcome outcome = check.check(schema, submitted, recorded.path("known"), id -> true);
        Set<String> refused = new TreeSet<>();
        outcome.fields().forEach(refusal -> refused.add(refusal.component()));
        Set<String> expected = new TreeSet<>();
        recorded.path("errors").forEach(error -> expected.add(error.asString()));
        assertThat(refused).as("refused for %s in %s", what, recorded).isEqualTo(expected);

        Map<String, String> answers = values(withoutDisabled(schema, outcome.answers()));
        assertThat(answers).as("answers for %s in %s", what, recorded).isEqualTo(values(recorded.path("data")));
    }

    // the server answers disabled fields with what is known, the browser leaves them out
    private static JsonNode withoutDisabled(JsonNode schema, ObjectNode answers) {
        ObjectNode left = answers.deepCopy();
        FormFields.of(schema).all().stream()
                .filter(field -> field.rules().path("disabled").asBoolean(false))
                .forEach(field -> left.remove(field.key()));
        return left;
    }

    /** Every single value by its path. Lists and rows without values are not compared: form-js leaves them out. */
    private static Map<String, String> values(JsonNode data) {
        Map<String, String> values = new TreeMap<>();
        collect(data, "", values);
        return values;
    }

    private static void collect(JsonNode value, String path, Map<String, String> values) {
        if (value.has("documentId")) {
            values.put(path, value.path("documentId").asString()); // the server keeps no more than that
        } else if (value.isObject()) {
            value.forEachEntry((key, child) -> collect(child, path + "/" + key, values));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(value.path(i), path + "/" + i, values);
            }
        } else if (!path.matches(".*/\\d+") || !value.isNull()) {
            values.put(path, value.isNumber() ? plain(value) : value.toString());
        }
    }

    private static String plain(JsonNode number) {
        return number.decimalValue()
                .round(MathContext.DECIMAL32) // FEEL computes in decimals here, in binary fractions there
                .stripTrailingZeros()
                .toPlainString();
    }

    private static JsonNode read() {
        return new JsonMapper().readTree(FormParityTest.class.getResourceAsStream("/forms/parity.json"));
    }
}
