package io.tickmark.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of a list that was submitted. Each stands on a prefilled row, which it is recognised by through its read-only
 * values (in order), or on a new one; so a row that is removed does not move its read-only values to the next. A browser
 * leaves a list without rows out, so an absent list is an empty one where rows can be removed.
 *
 * @param bases the prefilled rows to stand on, a missing node for a new one
 */
record ListEntry(List<JsonNode> bases, Optional<String> refusal) {

    static ListEntry read(FieldInstance list, JsonNode submitted, ObjectNode data) {
        JsonNode before = list.path().in(data);
        JsonNode rows = list.path().in(submitted);
        List<JsonNode> unchanged = before.valueStream().toList();
        boolean absent = rows.isMissingNode() || rows.isNull();
        if (absent && (!list.component().growing() || silent(list.component()))) {
            return new ListEntry(unchanged, Optional.empty());
        }
        String wrong = "";
        if (!absent && (!rows.isArray() || !rows.valueStream().allMatch(row -> row.isObject() || row.isNull()))) {
            wrong = "Enter a list of rows, each an object.";
        } else if (rows.size() > SubmissionLimits.ROWS) {
            wrong = "Enter at most " + SubmissionLimits.ROWS + " rows.";
        } else if (!list.component().growing() && rows.size() > before.size()) {
            wrong = "Rows cannot be added here; the list has " + before.size() + ".";
        }
        if (!wrong.isEmpty()) {
            return new ListEntry(unchanged, Optional.of(wrong));
        }
        return new ListEntry(list.component().growing() ? recognise(list, before, rows) : unchanged, Optional.empty());
    }

    // form-js never sends disabled fields, so a list of nothing else says nothing about its rows
    private static boolean silent(FormComponent list) {
        return list.fieldsInReach().allMatch(FormComponent::disabled);
    }

    private static List<JsonNode> recognise(FieldInstance list, JsonNode before, JsonNode rows) {
        List<ValuePath> marks = list.component()
                .fieldsInReach()
                .filter(FormComponent::alwaysReadOnly)
                .map(field -> ValuePath.ROOT.down(field.keys()))
                .toList();
        List<JsonNode> bases = new ArrayList<>();
        int from = 0;
        for (JsonNode row : rows) {
            int at = from;
            while (at < before.size() && !agrees(marks, before.path(at), row)) {
                at++;
            }
            bases.add(before.path(at));
            from = at < before.size() ? at + 1 : from;
        }
        return bases;
    }

    private static boolean agrees(List<ValuePath> marks, JsonNode before, JsonNode row) {
        return marks.stream()
                .allMatch(mark -> mark.in(row).isMissingNode() || AsJavaScript.same(mark.in(row), mark.in(before)));
    }

    void apply(FieldInstance list, ObjectNode data, FormPrefill prefill) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        bases.forEach(base -> rows.add(base.isObject() ? base.deepCopy() : JsonNodeFactory.instance.objectNode()));
        list.path().put(data, rows);
        for (int i = 0; i < bases.size(); i++) {
            if (!bases.get(i).isObject()) {
                prefill.fill(list.component(), list.path().row(i), data);
            }
        }
    }
}
