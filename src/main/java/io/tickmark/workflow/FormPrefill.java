package io.tickmark.workflow;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The data a form opens with: what is known, cleaned to each field's type, and defaults for the rest. */
final class FormPrefill {

    private final JsonNode known;

    FormPrefill(JsonNode known) {
        this.known = known;
    }

    ObjectNode of(FormComponent form) {
        ObjectNode data =
                known instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        fill(form, ValuePath.ROOT, data);
        return data;
    }

    /** Completes the values inside a container; also used for the row that "add new" makes. */
    void fill(FormComponent container, ValuePath at, ObjectNode data) {
        for (FormComponent child : container.children()) {
            ValuePath path = at.down(child.keys());
            FieldType type = child.field();
            if (type != null) {
                path.put(data, start(child, type, path.in(data)));
            } else if (child.list()) {
                fillRows(child, path, data);
            } else {
                fill(child, path, data);
            }
        }
    }

    private void fillRows(FormComponent list, ValuePath path, ObjectNode data) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        JsonNode before = path.in(data);
        if (before.isArray()) {
            before.forEach(row -> rows.add(row.isObject() ? row : JsonNodeFactory.instance.objectNode()));
        } else {
            int wanted = list.json().path("defaultRepetitions").asInt(1);
            for (int i = 0; i < Math.min(wanted, SubmissionLimits.ROWS); i++) {
                rows.addObject();
            }
        }
        path.put(data, rows);
        for (int i = 0; i < rows.size(); i++) {
            fill(list, path.row(i), data);
        }
    }

    private JsonNode start(FormComponent field, FieldType type, JsonNode value) {
        if (!value.isMissingNode()) {
            return clean(field, type, value);
        }
        JsonNode byDefault = field.json().path("defaultValue");
        return byDefault.isMissingNode() ? type.empty() : byDefault;
    }

    private JsonNode clean(FormComponent field, FieldType type, JsonNode value) {
        return switch (type) {
            case TEXTFIELD, TEXTAREA -> text(type, value);
            case NUMBER -> number(field, value);
            case CHECKBOX -> JsonNodeFactory.instance.booleanNode(value.isBoolean() && value.booleanValue());
            case DATETIME -> DateEntry.of(field).readable(value) ? value : type.empty();
            case RADIO, SELECT, CHECKLIST, TAGLIST ->
                Options.prefilled(field, known).keep(type, value);
            case FILEPICKER, EXPRESSION -> value;
        };
    }

    private static JsonNode text(FieldType type, JsonNode value) {
        if (value.isContainer() || value.isNull()) {
            return type.empty();
        }
        return JsonNodeFactory.instance.stringNode(FieldEntry.lines(type, value.asString()));
    }

    private static JsonNode number(FormComponent field, JsonNode value) {
        return AsJavaScript.decimal(value) == null ? FieldType.NUMBER.empty() : FieldEntry.number(field, value);
    }
}
