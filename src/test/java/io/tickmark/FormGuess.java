package io.tickmark;

import java.time.LocalDate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills any form as somebody would who reads it and knows nothing of audits: what is proposed is kept, a required field
 * takes its first option or some text, a file is uploaded where one is asked for.
 */
public final class FormGuess {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode task;
    private final Supplier<JsonNode> files;
    private final Supplier<LocalDate> today;

    private FormGuess(JsonNode task, Supplier<JsonNode> files, Supplier<LocalDate> today) {
        this.task = task;
        this.files = files;
        this.today = today;
    }

    /** @param files uploads something for the task, and answers the value of its file field */
    public static ObjectNode answers(JsonNode task, Supplier<JsonNode> files, Supplier<LocalDate> today) {
        ObjectNode answers = JSON.objectNode();
        new FormGuess(task, files, today).fill(task.path("form"), answers);
        return answers;
    }

    /** Whether each choice that must be made has something to choose from; a client without controls has none. */
    public static boolean hasChoices(JsonNode task) {
        return hasChoices(task.path("form"), task.path("data"));
    }

    private static boolean hasChoices(JsonNode container, JsonNode data) {
        for (JsonNode field : container.path("components")) {
            boolean empty = field.path("validate").path("required").asBoolean(false)
                    && field.has("valuesKey")
                    && data.path(field.path("valuesKey").asString()).isEmpty();
            boolean below = field.path("type").asString().equals("group") && !hasChoices(field, data);
            if (empty || below) {
                return false;
            }
        }
        return true;
    }

    private void fill(JsonNode container, ObjectNode answers) {
        for (JsonNode field : container.path("components")) {
            String type = field.path("type").asString();
            if (type.equals("group")) {
                fill(field, answers);
            } else if (type.equals("dynamiclist")) {
                String path = field.path("path").asString();
                answers.set(path, rows(field, task.path("data").path(path)));
            } else if (!field.path("key").asString("").isEmpty()) {
                enter(field, type, task.path("data"), answers);
            }
        }
    }

    /** The rows that are there; none is added. */
    private JsonNode rows(JsonNode list, JsonNode proposed) {
        ArrayNode rows = JSON.arrayNode();
        for (JsonNode row : proposed) {
            ObjectNode filled = row.isObject() ? (ObjectNode) row.deepCopy() : JSON.objectNode();
            for (JsonNode field : list.path("components")) {
                if (!field.path("key").asString("").isEmpty()) {
                    enter(field, field.path("type").asString(), row, filled);
                }
            }
            rows.add(filled);
        }
        return rows;
    }

    private void enter(JsonNode field, String type, JsonNode data, ObjectNode answers) {
        String key = field.path("key").asString();
        JsonNode proposed = data.path(key);
        boolean given = proposed.isArray()
                ? !proposed.isEmpty()
                : !proposed.isMissingNode()
                        && !proposed.isNull()
                        && !proposed.asString("").isEmpty();
        if (given) {
            answers.set(key, proposed);
        } else if (field.path("validate").path("required").asBoolean(false)) {
            answers.set(key, guess(field, type));
        }
    }

    private JsonNode guess(JsonNode field, String type) {
        return switch (type) {
            case "checkbox" -> JSON.booleanNode(true);
            case "number" ->
                JSON.numberNode(Math.max(1, field.path("validate").path("min").asInt(1)));
            case "radio", "select" -> firstOption(field);
            case "checklist", "taglist" -> JSON.arrayNode().add(firstOption(field));
            case "datetime" -> JSON.stringNode(today.get().toString());
            case "filepicker" -> files.get();
            default ->
                JSON.stringNode("Answered by somebody who reads forms: "
                        + field.path("label").asString("") + " 🖋");
        };
    }

    private JsonNode firstOption(JsonNode field) {
        JsonNode options = field.has("values")
                ? field.path("values")
                : task.path("data").path(field.path("valuesKey").asString(""));
        return options.path(0).path("value");
    }
}
