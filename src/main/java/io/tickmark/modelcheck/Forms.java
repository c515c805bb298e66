package io.tickmark.modelcheck;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Forms: fields that can be told apart, and words for somebody who never saw an audit. */
final class Forms {

    private static final Set<String> BACKWARDS = Set.of(
            "return",
            "reopen",
            "decline",
            "refuse",
            "skip",
            "stop",
            "recall",
            "comments",
            "events",
            "deviation",
            "not-independent",
            "insufficient",
            "pervasive",
            "material");
    private static final Set<String> PICKED = Set.of("radio", "select", "checklist", "taglist");

    private final Notes notes;
    private final Set<String> ids = new HashSet<>();

    private Forms(Notes notes) {
        this.notes = notes;
    }

    static void check(ModelSet set) {
        for (ModelSet.Form form : set.forms()) {
            var rules = new Forms(form.notes());
            rules.form(form);
            rules.components(form.json(), new HashSet<>());
        }
    }

    private void form(ModelSet.Form form) {
        JsonNode json = form.json();
        notes.error(
                form.key().equals(json.path("id").asString("")),
                null,
                "The form is not named like its id: the file " + form.key() + ".form holds the form " + form.key()
                        + ".");
        notes.style(json.path("schemaVersion").asInt(0) == 19, null, "The form is not of schema version 19.");
        notes.style(
                "Camunda Platform".equals(json.path("executionPlatform").asString("")),
                null,
                "The form is for another platform than Camunda Platform 7.");
        notes.style(
                "7.24.0".equals(json.path("executionPlatformVersion").asString("")),
                null,
                "The form is for another version than 7.24.0.");
        JsonNode first = json.path("components").path(0);
        notes.style(
                "text".equals(first.path("type").asString("")), null, "The form does not begin by saying what to do.");
        long sentences = first.path("text")
                .asString("")
                .chars()
                .filter(c -> c == '.' || c == '?')
                .count();
        notes.style(sentences >= 2, null, "The form says too little at its beginning.");
    }

    private void components(JsonNode parent, Set<String> keys) {
        for (JsonNode component : parent.path("components")) {
            String id = component.path("id").asString("");
            String type = component.path("type").asString("");
            notes.error(!id.isEmpty() && ids.add(id), id, "A component has the id '" + id + "' twice or not at all.");
            boolean ours =
                    AllowedForms.SHOWN.contains(type) && !type.equals("spacer") || AllowedForms.ASKED.contains(type);
            notes.style(ours, id, "It is a " + type + ", which our forms do not use.");
            if (AllowedForms.ASKED.contains(type) || type.equals("expression")) {
                key(id, type, component, keys);
            }
            if (AllowedForms.ASKED.contains(type)) {
                asked(id, type, component);
            }
            boolean apart = type.equals("dynamiclist")
                    || !component.path("path").asString("").isEmpty();
            components(component, apart ? new HashSet<>() : keys);
        }
    }

    private void key(String id, String type, JsonNode component, Set<String> keys) {
        String key = component.path(type.equals("dynamiclist") ? "path" : "key").asString("");
        notes.error(
                key.matches("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)*") && keys.add(key),
                id,
                "The field has no key of its own: '" + key + "' is missing, is no plain name, or stands there twice.");
        notes.style(key.matches("[a-z]\\w*(\\.[a-z]\\w*)?"), id, "The key " + key + " is not in camelCase.");
        notes.error(
                !key.equals("engagementId"), id, "The field asks for engagementId, a variable that the product sets.");
        if (PICKED.contains(type)) {
            boolean offers = !component.path("values").isEmpty()
                    || component.has("valuesKey")
                    || component.has("valuesExpression");
            notes.error(offers, id, "The field offers nothing to choose from.");
        }
    }

    private void asked(@Nullable String id, String type, JsonNode component) {
        String label =
                component.path(type.equals("datetime") ? "dateLabel" : "label").asString("");
        notes.style(!label.isBlank(), id, "The field has no label.");
        boolean required = component.path("validate").path("required").asBoolean(false);
        if (type.equals("radio") || type.equals("select") && component.has("values")) {
            String first = component.path("values").path(0).path("value").asString("");
            notes.style(
                    !first.isEmpty() && !BACKWARDS.contains(first),
                    id,
                    "The choice begins with a way back: " + first + ".");
        }
        if (type.equals("radio") || type.equals("checkbox")) {
            notes.style(required, id, "The answer may be left out.");
        }
        if (component.path("key").asString("").equals("signature")) {
            notes.error(type.equals("checkbox"), id, "The signature is not given by ticking a box.");
            notes.style(label.length() > 25, id, "The label does not say what is signed.");
        }
        if (type.equals("datetime")) {
            notes.style("date".equals(component.path("subtype").asString("")), id, "The field asks for an hour.");
        }
        if (type.equals("dynamiclist")) {
            notes.style(
                    component.path("defaultRepetitions").asInt(1) == 0,
                    id,
                    "The list begins with rows nobody asked for.");
        }
    }
}
