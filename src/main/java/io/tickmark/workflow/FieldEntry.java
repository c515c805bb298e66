package io.tickmark.workflow;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A submitted value held against its field's type.
 *
 * @param value as the form keeps it
 * @param refusal what would be accepted, where the value is of another type; null where it fits
 */
record FieldEntry(JsonNode value, @Nullable String refusal) {

    static FieldEntry read(FormComponent field, FieldType type, JsonNode submitted) {
        if (submitted.isNull()
                || (!type.isText()
                        && submitted.isString()
                        && submitted.asString("").isEmpty())) {
            return new FieldEntry(type.empty(), null);
        }
        return switch (type) {
            case TEXTFIELD, TEXTAREA -> text(type, submitted);
            case NUMBER -> numeric(field, submitted);
            case CHECKBOX -> fits(submitted, submitted.isBoolean(), "Answer with true or false.");
            case DATETIME ->
                fits(submitted, submitted.isString(), DateEntry.of(field).expected());
            case RADIO, SELECT -> fits(submitted, !submitted.isArray(), "Pick one of the options.");
            case CHECKLIST, TAGLIST -> several(submitted, "Pick from the options, as a list.");
            case FILEPICKER -> several(submitted, "Upload the files and enter the list that the upload answers.");
            case EXPRESSION -> new FieldEntry(submitted, null);
        };
    }

    private static FieldEntry fits(JsonNode value, boolean fits, String expected) {
        return new FieldEntry(value, fits ? null : expected);
    }

    private static FieldEntry several(JsonNode value, String expected) {
        boolean tooMany = value.size() > SubmissionLimits.ROWS;
        return fits(
                value,
                value.isArray() && !tooMany,
                tooMany ? "Enter at most " + SubmissionLimits.ROWS + " values." : expected);
    }

    private static FieldEntry text(FieldType type, JsonNode value) {
        if (!value.isString()) {
            return new FieldEntry(value, "Enter a text.");
        }
        String refusal = SubmissionLimits.text(value.stringValue());
        return new FieldEntry(JsonNodeFactory.instance.stringNode(lines(type, value.stringValue())), refusal);
    }

    /** A text field has one line: breaks and tabs become spaces. */
    static String lines(FieldType type, String text) {
        return type == FieldType.TEXTFIELD ? text.replaceAll("[\\r\\n\\t]", " ") : text;
    }

    private static FieldEntry numeric(FormComponent field, JsonNode value) {
        boolean asText = AsJavaScript.truthy(field.json().path("serializeToString"));
        if ((value.isString() && !asText) || AsJavaScript.decimal(value) == null) {
            return new FieldEntry(value, "Enter a number.");
        }
        return new FieldEntry(number(field, value), null);
    }

    /** The number as the field keeps it: some keep it as text. */
    static JsonNode number(FormComponent field, JsonNode value) {
        if (AsJavaScript.truthy(field.json().path("serializeToString"))) {
            return JsonNodeFactory.instance.stringNode(value.asString());
        }
        BigDecimal number = AsJavaScript.decimal(value);
        return value.isNumber() || number == null ? value : JsonNodeFactory.instance.numberNode(number);
    }
}
