package io.tickmark.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a Camunda Form can ask for, read from its schema alone: conditions are not evaluated. */
public final class FormFields {

    private final List<FormField> all;

    private FormFields(List<FormField> all) {
        this.all = List.copyOf(all);
    }

    /** The fields of a schema whose options stand in it; options that come with the data are left empty. */
    public static FormFields of(JsonNode schema) {
        return of(schema, JsonNodeFactory.instance.objectNode());
    }

    /** The fields of a schema, options taken from the prefilled data ({@code valuesKey}) included. */
    public static FormFields of(JsonNode schema, JsonNode known) {
        List<FormField> fields = new ArrayList<>();
        collect(FormComponent.of(schema), "", known, true, fields);
        return new FormFields(fields);
    }

    /** All fields in the schema's order. */
    public List<FormField> all() {
        return all;
    }

    /** The keys of the fields that take documents. */
    public Set<String> documentKeys() {
        return all.stream()
                .filter(field -> field.type().equals("filepicker"))
                .map(FormField::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The field with this key, e.g. {@code samples[].ref}. */
    public Optional<FormField> withKey(String key) {
        return all.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    private static void collect(
            FormComponent container, String prefix, JsonNode known, boolean open, List<FormField> fields) {
        for (FormComponent child : container.children()) {
            String path = join(prefix, String.join(".", child.keys()));
            boolean enterable = open && !child.disabled() && !child.alwaysReadOnly();
            FieldType type = child.field();
            if (type != null) {
                fields.add(field(child, type, path, known, enterable));
            } else {
                collect(child, child.list() ? path + "[]" : path, known, enterable, fields);
            }
        }
    }

    private static String join(String prefix, String path) {
        return prefix.isEmpty() || path.isEmpty() ? prefix + path : prefix + "." + path;
    }

    private static FormField field(FormComponent child, FieldType type, String key, JsonNode known, boolean open) {
        JsonNode json = child.json();
        List<JsonNode> options = List.of();
        if (type.picksOne() || type.picksMany()) {
            options = Options.prefilled(child, known).offered().stream()
                    .map(option -> option.path("value"))
                    .toList();
        }
        return new FormField(
                key,
                child.id(),
                json.path("type").asString(""),
                label(json),
                options,
                child.required(),
                open && type != FieldType.EXPRESSION,
                json);
    }

    private static String label(JsonNode json) {
        return Stream.of("label", "dateLabel", "timeLabel")
                .map(name -> json.path(name).asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
