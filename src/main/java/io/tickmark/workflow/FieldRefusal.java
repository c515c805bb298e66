package io.tickmark.workflow;

import io.tickmark.kernel.Refusal;

/**
 * Why one field of a form cannot be taken.
 *
 * @param field the component's key path with rows from 0, e.g. {@code samples[1].ref}; empty where the whole submission
 *     is meant
 * @param component the component's id in the schema with the rows it stands in, e.g. {@code F_sref[1]}: the path at
 *     which form-js keeps a field's errors, so that the browser can show the message there
 * @param message a sentence that says what would be accepted
 */
public record FieldRefusal(String field, String component, String message) {

    Refusal toRefusal() {
        return new Refusal(field, message);
    }
}
