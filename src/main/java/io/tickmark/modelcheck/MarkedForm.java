package io.tickmark.modelcheck;

import static io.tickmark.modelcheck.AuditModels.error;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A form as far as interlocks rest on it: the decision with its answers, and the signature. */
record MarkedForm(String file, String id, List<Field> fields) {

    /**
     * @param name the key, or the path of a group
     * @param top whether the field is asked once, in no group and no list
     */
    record Field(String id, String name, boolean top, JsonNode json) {

        boolean isRequired() {
            return json.path("validate").path("required").asBoolean(false)
                    && !json.path("disabled").asBoolean(false)
                    && !json.path("readonly").asBoolean(false);
        }

        boolean isAlwaysShown() {
            return !json.has("conditional");
        }
    }

    static List<MarkedForm> all(ModelSet set) {
        return set.forms().stream()
                .map(form -> new MarkedForm(
                        form.notes().file(), form.json().path("id").asString(""), fields(form.json())))
                .toList();
    }

    @SuppressWarnings("ReferenceEquality") // only the form itself, whatever equals it
    private static List<Field> fields(JsonNode form) {
        List<Field> fields = new ArrayList<>();
        var open = new ArrayDeque<JsonNode>(List.of(form));
        while (!open.isEmpty()) {
            JsonNode container = open.remove();
            for (JsonNode component : container.path("components")) {
                String id = component.path("id").asString("");
                for (String naming : List.of("key", "path")) {
                    String name = component.path(naming).asString("");
                    if (!name.isEmpty()) {
                        fields.add(new Field(
                                id, name.split("\\.")[0], container == form && naming.equals("key"), component));
                    }
                }
                open.add(component);
            }
        }
        return fields;
    }

    static List<ModelFinding> findings(List<MarkedForm> forms, Map<String, InterlockMark> marks) {
        List<ModelFinding> findings = new ArrayList<>();
        for (InterlockMark mark : marks.values()) {
            forms.stream()
                    .filter(form -> mark.isTask() && form.id.equals(mark.form()))
                    .forEach(form -> form.against(mark, findings));
        }
        return findings;
    }

    private void against(InterlockMark mark, List<ModelFinding> findings) {
        Decision decision = mark.decision();
        if (decision != null) {
            Field field = asked(decision.variable());
            if (field == null || !field.isRequired() || !field.isAlwaysShown()) {
                find(findings, field, "must always ask for '" + decision.variable() + "': an interlock rests on it");
            } else if (!decision.answers().equals(answers(field))) {
                find(
                        findings,
                        field,
                        "must offer the answers " + String.join(", ", decision.answers()) + " to '"
                                + decision.variable() + "', and no others");
            }
        }
        if (mark.signed()) {
            Field field = asked("signature");
            boolean shown = field != null && (field.isAlwaysShown() || decision != null && hiddenOnly(field, decision));
            if (field == null || !field.isRequired() || !shown) {
                find(findings, field, "must ask for the signature of whoever completes the task");
            }
        }
    }

    private static boolean hiddenOnly(Field field, Decision decision) {
        String hide = field.json.path("conditional").path("hide").asString("");
        return hide.equals("=" + decision.variable() + " != \"" + decision.go() + "\"");
    }

    private static TreeSet<String> answers(Field field) {
        TreeSet<String> answers = new TreeSet<>();
        field.json
                .path("values")
                .forEach(value -> answers.add(value.path("value").asString("")));
        boolean fixed = !field.json.has("valuesKey") && !field.json.has("valuesExpression");
        return fixed ? answers : new TreeSet<>();
    }

    private @Nullable Field asked(String name) {
        List<Field> same =
                fields.stream().filter(field -> field.name.equals(name)).toList();
        return same.size() == 1 && same.get(0).top() ? same.get(0) : null;
    }

    private void find(List<ModelFinding> findings, @Nullable Field field, String message) {
        findings.add(error(file, field == null ? id : field.id(), "The form " + id + " " + message));
    }
}
