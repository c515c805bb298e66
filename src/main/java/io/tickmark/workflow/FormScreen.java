package io.tickmark.workflow;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a form shows for given data: every field and list that no condition hides, in the schema's order. */
final class FormScreen {

    private final FormFeel feel;
    private final JsonNode data;
    private final List<FieldInstance> fields = new ArrayList<>();
    private final List<FieldInstance> lists = new ArrayList<>();

    private FormScreen(FormFeel feel, JsonNode data) {
        this.feel = feel;
        this.data = data;
    }

    /** @param initial the data the form opened with, which stands in for what is hidden */
    static FormScreen of(FormComponent form, ObjectNode data, ObjectNode initial, FormFeel feel) {
        Scope whole = Scope.form(FeelValues.toReadyMap(data));
        ObjectNode readable = initial.deepCopy();
        readable.setAll(HiddenData.without(form, data, whole, feel));
        Scope scope = readable.equals(data) ? whole : Scope.form(FeelValues.toReadyMap(readable));
        FormScreen screen = new FormScreen(feel, data);
        screen.show(form, ValuePath.ROOT, List.of(), scope, editable(form));
        return screen;
    }

    /** Those that carry a value. */
    List<FieldInstance> fields() {
        return fields;
    }

    /** The lists of rows, outer ones before those in their rows. */
    List<FieldInstance> lists() {
        return lists;
    }

    private static boolean editable(FormComponent component) {
        return !component.disabled() && !component.alwaysReadOnly();
    }

    private void show(FormComponent container, ValuePath at, List<Integer> rows, Scope scope, boolean editable) {
        for (FormComponent child : container.children()) {
            if (feel.holds(child.json().path("conditional").path("hide"), scope)) {
                continue;
            }
            boolean open =
                    editable && editable(child) && !feel.holds(child.json().path("readonly"), scope);
            FieldInstance instance = new FieldInstance(child, at.down(child.keys()), rows, scope, open);
            if (child.field() != null) {
                fields.add(instance);
            } else if (child.list()) {
                lists.add(instance);
                showRows(instance);
            } else {
                show(child, instance.path(), rows, scope, open);
            }
        }
    }

    private void showRows(FieldInstance list) {
        JsonNode values = list.path().in(data);
        for (int i = 0; i < (values.isArray() ? values.size() : 0); i++) {
            List<Integer> rows = new ArrayList<>(list.rows());
            rows.add(i);
            Scope scope = list.scope().row(FeelValues.toMap(values.path(i)), i);
            show(list.component(), list.path().row(i), List.copyOf(rows), scope, list.editable());
        }
    }
}
