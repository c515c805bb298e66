package io.tickmark.workflow;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A field that a form can ask for, as its schema says it.
 *
 * @param key the path of its value; rows of a list are open, e.g. {@code samples[].ref}
 * @param component the component's id in the schema
 * @param type the component's type, e.g. {@code textfield}
 * @param label what people read beside it; may hold an expression; empty if there is none
 * @param options the values that may be picked; empty where they are computed or the type has none
 * @param required whether something must be entered while the field is shown
 * @param open false for what is never entered: computed, disabled and read-only fields
 * @param rules the whole component, for what is not named here
 */
public record FormField(
        String key,
        String component,
        String type,
        String label,
        List<JsonNode> options,
        boolean required,
        boolean open,
        JsonNode rules) {

    public FormField {
        options = List.copyOf(options);
    }
}
