package io.tickmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What our own forms promise to somebody who never saw an audit, as findings in plain sentences. */
final class FormRules {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private static final Set<String> SHOWN = Set.of("text", "table", "documentPreview", "group", "separator");
    private static final Set<String> ASKED = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "filepicker",
            "dynamiclist");

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

    private final String file;
    private final JsonNode form;
    private final Set<String> ids = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    private FormRules(String file, String json) {
        this.file = file;
        this.form = JsonMapper.shared().readTree(json);
    }

    static List<String> findings(String file, String json) {
        var rules = new FormRules(file, json);
        rules.form();
        rules.components(rules.form);
        return rules.findings;
    }

    private void form() {
        check(file.equals(form.path("id").asString("") + ".form"), "is not named like its id");
        check(form.path("schemaVersion").asInt(0) == 19, "is not of schema version 19");
        check("Camunda Platform".equals(form.path("executionPlatform").asString("")), "is for another platform");
        check("7.24.0".equals(form.path("executionPlatformVersion").asString("")), "is for another version");
        JsonNode first = form.path("components").path(0);
        check("text".equals(first.path("type").asString("")), "does not begin by saying what to do");
        long sentences = first.path("text")
                .asString("")
                .chars()
                .filter(c -> c == '.' || c == '?')
                .count();
        check(sentences >= 2, "says too little at its beginning");
    }

    private void components(JsonNode parent) {
        Set<String> keys = new HashSet<>();
        for (JsonNode component : parent.path("components")) {
            String id = component.path("id").asString("");
            String type = component.path("type").asString("");
            check(!id.isEmpty() && ids.add(id), "has the id '" + id + "' twice or not at all");
            check(SHOWN.contains(type) || ASKED.contains(type), id + " is a " + type + ", which our forms do not use");
            if (ASKED.contains(type)) {
                String key = component
                        .path(type.equals("dynamiclist") ? "path" : "key")
                        .asString("");
                check(key.matches("[a-z]\\w*(\\.[a-z]\\w*)?") && keys.add(key), id + " has no key of its own");
                String label = component
                        .path(type.equals("datetime") ? "dateLabel" : "label")
                        .asString("");
                check(!label.isBlank(), id + " has no label");
                asked(id, type, component);
            }
            condition(id, component);
            components(component);
        }
    }

    private void asked(String id, String type, JsonNode component) {
        boolean required = component.path("validate").path("required").asBoolean(false);
        if (type.equals("radio") || type.equals("select") && component.has("values")) {
            String first = component.path("values").path(0).path("value").asString("");
            check(!first.isEmpty() && !BACKWARDS.contains(first), id + " begins with a way back: " + first);
        }
        if (type.equals("radio") || type.equals("checkbox")) {
            check(required, id + " may be left out");
        }
        if (component.path("key").asString("").equals("signature")) {
            check(type.equals("checkbox"), id + " is a signature that is not given by ticking a box");
            check(component.path("label").asString("").length() > 25, id + " does not say what is signed");
        }
        if (type.equals("datetime")) {
            check("date".equals(component.path("subtype").asString("")), id + " asks for an hour");
        }
        if (type.equals("dynamiclist")) {
            check(component.path("defaultRepetitions").asInt(1) == 0, id + " begins with rows nobody asked for");
        }
    }

    /** Nothing that depends on an answer is shown before that answer is there. */
    private void condition(String id, JsonNode component) {
        String hide = component.path("conditional").path("hide").asString("");
        if (!hide.isEmpty()) {
            check(hides(hide, Map.of()), id + " is shown before anything is answered");
        }
    }

    /** Whether the FEEL expression hides its field, given these answers. */
    static boolean hides(String expression, Map<String, Object> answers) {
        var result = FEEL.evaluateExpression(expression.substring(1), new HashMap<>(answers));
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    private void check(boolean holds, String finding) {
        if (!holds) {
            findings.add(file + " " + finding);
        }
    }
}
