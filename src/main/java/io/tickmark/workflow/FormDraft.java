package io.tickmark.workflow;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a half-filled form is worth keeping: the values of fields that a person can enter. Whatever the form does not
 * ask for, marks read-only or computes is left out. Values may be wrong and conditions are not evaluated, since a draft
 * is work under way; {@link FormCheck} has the last word.
 */
public final class FormDraft {

    private final JsonNode entered;
    private final ObjectNode kept = JsonNodeFactory.instance.objectNode();

    private FormDraft(JsonNode entered) {
        this.entered = entered;
    }

    /** @param schema the content of the {@code .form} file */
    public static ObjectNode of(JsonNode schema, JsonNode entered) {
        FormDraft draft = new FormDraft(entered);
        draft.take(FormComponent.of(schema), ValuePath.ROOT);
        return draft.kept;
    }

    private void take(FormComponent container, ValuePath at) {
        for (FormComponent child : container.children()) {
            if (child.disabled() || child.alwaysReadOnly()) {
                continue;
            }
            ValuePath path = at.down(child.keys());
            JsonNode value = path.in(entered);
            if (child.field() != null) {
                if (child.field() != FieldType.EXPRESSION && !value.isMissingNode()) {
                    path.put(kept, value);
                }
            } else if (!child.list()) {
                take(child, path);
            } else if (value.isArray()) {
                takeRows(child, path, value.size());
            }
        }
    }

    private void takeRows(FormComponent list, ValuePath path, int rows) {
        path.put(kept, JsonNodeFactory.instance.arrayNode());
        for (int i = 0; i < Math.min(rows, SubmissionLimits.ROWS); i++) {
            path.row(i).put(kept, JsonNodeFactory.instance.objectNode());
            take(list, path.row(i));
        }
    }
}
