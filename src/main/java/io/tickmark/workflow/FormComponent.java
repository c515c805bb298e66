package io.tickmark.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A component of a Camunda Form, read from its schema: a field (then {@code field} is set), a container, or something
 * that only shows. {@code keys} lead from the enclosing container's data to this component's; a field without a key, and
 * a list without a path, are bound to their id.
 */
record FormComponent(
        JsonNode json,
        String id,
        @Nullable FieldType field,
        boolean list,
        List<String> keys,
        List<FormComponent> children) {

    static FormComponent of(JsonNode schema) {
        return new FormComponent(schema, schema.path("id").asString(""), null, false, List.of(), read(schema, ""));
    }

    private static List<FormComponent> read(JsonNode container, String position) {
        List<FormComponent> children = new ArrayList<>();
        for (JsonNode json : container.path("components")) {
            children.add(component(json, position + "_" + children.size()));
        }
        return List.copyOf(children);
    }

    private static FormComponent component(JsonNode json, String position) {
        String type = json.path("type").asString("");
        String id = json.path("id").asString("Field" + position);
        FieldType field = FieldType.of(type);
        if (field != null) {
            return new FormComponent(json, id, field, false, keys(json.path("key"), id), List.of());
        }
        boolean list = type.equals("dynamiclist") && on(json.path("isRepeating"));
        if (list || type.equals("dynamiclist")) {
            return new FormComponent(json, id, null, list, keys(json.path("path"), id), read(json, position));
        }
        if (type.equals("group")) {
            return new FormComponent(json, id, null, false, keys(json.path("path"), ""), read(json, position));
        }
        return new FormComponent(json, id, null, false, List.of(), List.of());
    }

    private static List<String> keys(JsonNode binding, String otherwise) {
        String path = binding.asString("").isEmpty() ? otherwise : binding.asString("");
        return path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
    }

    private static boolean on(JsonNode setting) {
        return setting.isMissingNode() || AsJavaScript.truthy(setting);
    }

    /** Only a plain setting switches a field off; form-js evaluates no expression here. */
    boolean disabled() {
        return AsJavaScript.truthy(json.path("disabled"));
    }

    /** Read-only whatever is entered elsewhere; an expression may make a field read-only too. */
    boolean alwaysReadOnly() {
        return !AsJavaScript.isExpression(json.path("readonly")) && AsJavaScript.truthy(json.path("readonly"));
    }

    /** Whether people may add and remove rows. */
    boolean growing() {
        return list && on(json.path("allowAddRemove"));
    }

    boolean required() {
        return AsJavaScript.truthy(json.path("validate").path("required"));
    }

    boolean computedOn(String moment) {
        return field == FieldType.EXPRESSION
                && json.path("computeOn").asString("change").equals(moment);
    }

    /** The fields inside, through groups but not into lists. */
    Stream<FormComponent> fieldsInReach() {
        return children.stream()
                .flatMap(child -> child.field != null
                        ? Stream.of(child)
                        : child.list ? Stream.<FormComponent>empty() : child.fieldsInReach());
    }
}
