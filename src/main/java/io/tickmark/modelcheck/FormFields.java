package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The answers of a form that can become variables: one value each, at the form's top or in a group without a path. */
final class FormFields {

    private static final Set<String> SINGLE =
            Set.of("textfield", "textarea", "number", "datetime", "checkbox", "radio", "select", "expression");

    /**
     * @param options what can be answered; empty where anything can
     * @param mayHide whether the form may leave the field out, and so the answer
     * @param required whether it must be answered where it is shown
     */
    record Field(String key, String type, Set<String> options, boolean mayHide, boolean required) {}

    private FormFields() {}

    static List<Field> of(JsonNode form) {
        List<Field> fields = new ArrayList<>();
        collect(form, false, fields);
        return fields;
    }

    private static void collect(JsonNode parent, boolean hidden, List<Field> fields) {
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asString("");
            boolean mayHide = hidden
                    || !component.path("conditional").path("hide").asString("").isEmpty();
            String key = component.path("key").asString("");
            if (SINGLE.contains(type) && key.matches("[A-Za-z_]\\w*")) {
                Set<String> options = new HashSet<>();
                component
                        .path("values")
                        .forEach(option -> options.add(option.path("value").asString("")));
                boolean required = component.path("validate").path("required").asBoolean(false);
                fields.add(new Field(key, type, options, mayHide, required));
            } else if (type.equals("group")
                    && component.path("path").asString("").isEmpty()) {
                collect(component, mayHide, fields);
            }
        }
    }
}
