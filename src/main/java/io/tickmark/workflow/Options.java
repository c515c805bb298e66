package io.tickmark.workflow;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * The options of a radio, select, checklist or tag list, each as {@code {label, value}}.
 *
 * @param loaded false where the options are not known (yet): then nothing can be picked and nothing is cleaned away
 */
record Options(List<JsonNode> offered, boolean loaded) {

    private static final Options UNKNOWN = new Options(List.of(), false);

    /** As offered on the screen; {@code initial} is the data the form opened with, which {@code valuesKey} looks into. */
    static Options shown(FormComponent field, JsonNode initial, Scope scope, FormFeel feel) {
        JsonNode json = field.json();
        JsonNode expression = json.path("valuesExpression");
        if (json.has("valuesKey")) {
            return list(initial.path(json.path("valuesKey").asString("")));
        }
        if (json.has("values") || !AsJavaScript.truthy(expression)) {
            return list(values(json));
        }
        JsonNode computed = feel.value(expression, scope);
        return computed.isArray() || computed.isNull() ? list(computed) : UNKNOWN;
    }

    /** Those that prefilled values are held against: all but the computed ones. */
    static Options prefilled(FormComponent field, JsonNode known) {
        JsonNode json = field.json();
        if (AsJavaScript.truthy(json.path("valuesExpression"))) {
            return UNKNOWN;
        }
        return AsJavaScript.truthy(json.path("valuesKey"))
                ? list(known.path(json.path("valuesKey").asString("")))
                : list(values(json));
    }

    private static JsonNode values(JsonNode json) {
        return json.has("values")
                ? json.path("values")
                : JsonNodeFactory.instance.arrayNode().add("value");
    }

    private static Options list(JsonNode source) {
        Stream<JsonNode> items = source.isArray() ? source.valueStream() : Stream.empty();
        return new Options(
                items.filter(Options::usable)
                        .map(Options::option)
                        .flatMap(Stream::ofNullable)
                        .toList(),
                true);
    }

    private static @Nullable JsonNode option(JsonNode item) {
        JsonNode label = item.isObject() ? item.path("label") : MissingNode.getInstance();
        JsonNode value = item.isObject() ? item.path("value") : item;
        boolean labelled = label.isString() && AsJavaScript.truthy(label);
        if (labelled ? !usable(value) : !primitive(value)) {
            return null;
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("label", labelled ? label.asString() : value.asString())
                .set("value", value);
    }

    private static boolean usable(JsonNode value) {
        return value.isObject() ? !value.isEmpty() : primitive(value);
    }

    private static boolean primitive(JsonNode value) {
        return value.isNumber() || value.isBoolean() || (value.isString() && AsJavaScript.truthy(value));
    }

    boolean offers(JsonNode value) {
        return offered.stream().anyMatch(option -> AsJavaScript.same(option.path("value"), value));
    }

    /** The value, or what is left of it when all that is not offered is taken away. */
    JsonNode keep(FieldType type, JsonNode value) {
        if (!loaded) {
            return value;
        }
        if (type.picksOne()) {
            return offers(value) ? value : type.empty();
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        if (value.isArray()) {
            value.valueStream().filter(this::offers).forEach(kept::add);
        }
        return kept;
    }
}
