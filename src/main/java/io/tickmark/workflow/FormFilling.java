package io.tickmark.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form's data with what was entered, as far as a given screen takes it: only fields that are shown and editable take
 * a value. What was entered may show or hide other fields, so filling goes on until nothing changes.
 */
final class FormFilling {

    /** More than any sensible chain of conditions; a form whose conditions go round in circles ends here. */
    private static final int ROUNDS = 50;

    private final ObjectNode initial;
    private final ObjectNode data;
    private final Set<String> entered = new HashSet<>();
    private final List<FieldRefusal> refusals = new ArrayList<>();
    private FormScreen screen;

    private FormFilling(ObjectNode initial, FormScreen screen) {
        this.initial = initial;
        this.data = initial.deepCopy();
        this.screen = screen;
    }

    static FormFilling of(FormComponent form, JsonNode submitted, JsonNode known, FormFeel feel) {
        FormPrefill prefill = new FormPrefill(known);
        ObjectNode initial = prefill.of(form);
        FormScreen screen = FormScreen.of(form, initial, initial, feel);
        FormFilling filling = new FormFilling(initial, screen);
        for (int round = 0; round < ROUNDS; round++) {
            FormFilling next = new FormFilling(initial, screen);
            next.takeRows(submitted, prefill);
            next.takeValues(submitted, feel);
            boolean settled = next.data.equals(filling.data);
            filling = next;
            if (settled) {
                break;
            }
            screen = FormScreen.of(form, filling.data, initial, feel);
        }
        filling.screen = screen;
        return filling;
    }

    ObjectNode data() {
        return data;
    }

    ObjectNode initial() {
        return initial;
    }

    FormScreen screen() {
        return screen;
    }

    /** What could not be entered because it is of the wrong type or too large. */
    List<FieldRefusal> refusals() {
        return refusals;
    }

    /** Whether the field's value was entered, rather than prefilled, and sent back unchanged. */
    boolean entered(FieldInstance field) {
        return entered.contains(field.reference());
    }

    private void takeRows(JsonNode submitted, FormPrefill prefill) {
        for (FieldInstance list : screen.lists()) {
            if (list.editable() && list.path().rowsExistIn(data)) {
                ListEntry entry = ListEntry.read(list, submitted, data);
                entry.refusal().ifPresent(message -> refusals.add(list.refuse(message)));
                entry.apply(list, data, prefill);
            }
        }
    }

    private void takeValues(JsonNode submitted, FormFeel feel) {
        for (FieldInstance field : screen.fields()) {
            if (!field.editable() || !field.path().rowsExistIn(data)) {
                continue;
            }
            JsonNode value = field.path().in(submitted);
            if (field.component().computedOn("change")) {
                field.path().put(data, feel.value(field.component().json().path("expression"), field.scope()));
            } else if (value.isMissingNode()) {
                tidy(field, feel);
            } else if (field.type() != FieldType.EXPRESSION) {
                take(field, FieldEntry.read(field.component(), field.type(), value));
            }
        }
    }

    private void take(FieldInstance field, FieldEntry entry) {
        String refusal = entry.refusal();
        if (refusal != null) {
            refusals.add(field.refuse(refusal));
        } else if (!AsJavaScript.same(entry.value(), field.path().in(data))) {
            entered.add(field.reference());
            field.path().put(data, entry.value());
        }
    }

    // the browser takes away a prefilled pick as soon as it is not among the options
    private void tidy(FieldInstance field, FormFeel feel) {
        JsonNode value = field.path().in(data);
        if (AsJavaScript.truthy(value)
                && (field.type().picksOne() || field.type().picksMany())) {
            Options options = Options.shown(field.component(), initial, field.scope(), feel);
            field.path().put(data, options.keep(field.type(), value));
        }
    }
}
