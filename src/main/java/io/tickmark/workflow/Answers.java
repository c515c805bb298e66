package io.tickmark.workflow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person answered on a form, already checked against the form; hidden fields are absent. */
public record Answers(ObjectNode json) {

    /** Text, trimmed; empty where nothing was given. */
    public String text(String key) {
        JsonNode node = json.path(key);
        return node.isString()
                ? node.stringValue().strip()
                : node.isValueNode() && !node.isNull() ? node.asString() : "";
    }

    public @Nullable LocalDate date(String key) {
        String text = text(key);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** For a required date: the form has refused an empty one before. */
    public LocalDate needDate(String key) {
        LocalDate date = date(key);
        if (date == null) {
            throw new IllegalStateException("The form let an empty '" + key + "' pass");
        }
        return date;
    }

    public @Nullable Integer count(String key) {
        JsonNode node = json.path(key);
        return node.isNumber() ? (Integer) node.intValue() : null;
    }

    public boolean flag(String key) {
        return json.path(key).asBoolean(false);
    }

    /** The options chosen in a checklist or tag list, in the order given. */
    public List<String> chosen(String key) {
        List<String> values = new ArrayList<>();
        json.path(key).forEach(item -> values.add(item.asString()));
        return values;
    }

    /** The rows of a dynamic list. */
    public List<Answers> rows(String path) {
        List<Answers> rows = new ArrayList<>();
        json.path(path).forEach(item -> {
            if (item instanceof ObjectNode row) {
                rows.add(new Answers(row));
            }
        });
        return rows;
    }

    /** The documents given in a file field. */
    public List<UUID> documents(String key) {
        List<UUID> ids = new ArrayList<>();
        json.path(key)
                .forEach(file -> ids.add(UUID.fromString(
                        file.path("documentId").asString(file.path("id").asString()))));
        return ids;
    }
}
