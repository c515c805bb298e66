package io.tickmark.workflow;

import java.util.List;
import java.util.Objects;

/**
 * A field or list as it stands on the screen: a field in a list is there once for each row.
 *
 * @param rows the rows it stands in, from 0, the outermost list first
 * @param editable false where it, or a container around it, is disabled or read-only
 */
record FieldInstance(FormComponent component, ValuePath path, List<Integer> rows, Scope scope, boolean editable) {

    FieldType type() {
        return Objects.requireNonNull(component.field());
    }

    /** The id with its rows, e.g. {@code F_sref[1]}. */
    String reference() {
        StringBuilder text = new StringBuilder(component.id());
        rows.forEach(row -> text.append('[').append(row).append(']'));
        return text.toString();
    }

    FieldRefusal refuse(String message) {
        return new FieldRefusal(path.toString(), reference(), message);
    }
}
