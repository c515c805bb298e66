package io.tickmark.demo;

import io.tickmark.workflow.FormField;
import io.tickmark.workflow.FormFields;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills a form as a patient person would: what is proposed is kept, a story's own answers come first. */
final class DemoAnswers {

    private final DemoTexts texts;

    DemoAnswers(DemoTexts texts) {
        this.texts = texts;
    }

    /**
     * The answers to one task.
     *
     * @param wanted what the story wants answered, by field key
     * @param document uploads a file where one is asked for, and answers the value of the field
     */
    ObjectNode fill(
            JsonNode task,
            Map<String, Object> wanted,
            LocalDate today,
            java.util.function.Supplier<JsonNode> document) {
        JsonNode form = task.path("form");
        JsonNode data = task.path("data");
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        for (FormField field : FormFields.of(form, data).all()) {
            String key = field.key();
            if (!field.open() || key.isEmpty() || key.contains("[]")) {
                continue;
            }
            JsonNode proposed = data.path(key);
            if (wanted.containsKey(key)) {
                answers.set(key, node(wanted.get(key)));
            } else if (proposed.isValueNode()
                            && !proposed.isNull()
                            && !proposed.asString("").isEmpty()
                    || proposed.isArray() && !proposed.isEmpty()) {
                answers.set(key, proposed);
            } else if (field.required()) {
                answers.set(key, invent(field, today, document));
            }
        }
        wanted.forEach((key, value) -> {
            if (!answers.has(key) && listOf(form, key)) {
                answers.set(key, node(value));
            }
        });
        data.properties().stream()
                .filter(entry ->
                        entry.getValue().isArray() && !answers.has(entry.getKey()) && listOf(form, entry.getKey()))
                .forEach(entry -> answers.set(entry.getKey(), entry.getValue()));
        return answers;
    }

    private JsonNode invent(FormField field, LocalDate today, java.util.function.Supplier<JsonNode> document) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (field.type()) {
            case "number" ->
                json.numberNode(
                        Math.max(1, field.rules().path("validate").path("min").asInt(1)));
            case "checkbox" -> json.booleanNode(true);
            case "radio", "select" -> field.options().get(0);
            case "checklist", "taglist" -> json.arrayNode().add(field.options().get(0));
            case "datetime" -> json.stringNode(today.toString());
            case "filepicker" -> document.get();
            default -> json.stringNode(texts.of(field.key(), field.label()));
        };
    }

    private static boolean listOf(JsonNode form, String path) {
        for (JsonNode component : form.path("components")) {
            if (component.path("type").asString("").equals("dynamiclist")
                            && component.path("path").asString("").equals(path)
                    || listOf(component, path)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode node(Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof Iterable<?> items) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> array.add(node(item)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            map.forEach((key, item) -> object.set(String.valueOf(key), node(item)));
            return object;
        }
        return value instanceof Boolean flag
                ? JsonNodeFactory.instance.booleanNode(flag)
                : value instanceof Integer count
                        ? JsonNodeFactory.instance.numberNode(count)
                        : JsonNodeFactory.instance.stringNode(String.valueOf(value));
    }
}
