package io.tickmark.workflow;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the values of hidden fields out of what expressions read, so that a field hidden by one condition cannot decide
 * another. Here conditions read the whole data, hidden values included, as in form-js.
 */
final class HiddenData {

    private final FormFeel feel;
    private final ObjectNode data;
    private final ObjectNode left;

    private HiddenData(FormFeel feel, ObjectNode data) {
        this.feel = feel;
        this.data = data;
        this.left = data.deepCopy();
    }

    /** @param scope the data as expressions read it */
    static ObjectNode without(FormComponent form, ObjectNode data, Scope scope, FormFeel feel) {
        HiddenData pass = new HiddenData(feel, data);
        pass.children(form, ValuePath.ROOT, scope, false);
        return pass.left;
    }

    private void children(FormComponent container, ValuePath at, Scope scope, boolean hidden) {
        for (FormComponent child : container.children()) {
            ValuePath path = at.down(child.keys());
            boolean gone = hidden || feel.holds(child.json().path("conditional").path("hide"), scope);
            if (child.field() != null || child.list()) {
                if (gone) {
                    path.clear(left);
                } else if (child.list()) {
                    rows(child, path, scope);
                }
            } else {
                children(child, path, scope, gone);
            }
        }
    }

    private void rows(FormComponent list, ValuePath path, Scope scope) {
        JsonNode rows = path.in(data);
        for (int i = 0; i < (rows.isArray() ? rows.size() : 0); i++) {
            children(list, path.row(i), scope.row(FeelValues.toMap(rows.path(i)), i), false);
        }
    }
}
