package io.tickmark.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;

/** The rules of a field's {@code validate}, each checked only where there is something entered. */
final class FieldRules {

    private final FieldInstance field;
    private final JsonNode value;
    private final FormFeel feel;
    private final ReadBudget reads;
    private final List<String> broken = new ArrayList<>();

    private FieldRules(FieldInstance field, JsonNode value, FormFeel feel, ReadBudget reads) {
        this.field = field;
        this.value = value;
        this.feel = feel;
        this.reads = reads;
    }

    /** What is wrong with the value, in form-js's order. */
    static List<String> broken(FieldInstance field, JsonNode value, FormFeel feel, ReadBudget reads) {
        FieldRules rules = new FieldRules(field, value, feel, reads);
        if (field.type() == FieldType.NUMBER) {
            rules.broken.addAll(NumberRules.broken(field.component(), value));
        }
        rules.pattern();
        rules.required();
        rules.bound("min");
        rules.bound("max");
        if (value.isString() && !value.asString().isEmpty()) {
            int length = AsJavaScript.trim(value.asString()).length();
            rules.length("minLength", "at least", limit -> length < limit);
            rules.length("maxLength", "at most", limit -> length > limit);
            rules.kind(value.asString());
        }
        return rules.broken;
    }

    private JsonNode rule(String name) {
        return field.component().json().path("validate").path(name);
    }

    private void pattern() {
        JsonNode pattern = rule("pattern");
        if (!pattern.isString()
                || !AsJavaScript.truthy(pattern)
                || !AsJavaScript.truthy(value)
                || value.isContainer()) {
            return;
        }
        switch (JsPattern.of(pattern.asString()).test(value.asString(), reads)) {
            case MATCHES -> {}
            case DIFFERS -> {
                JsonNode message = rule("patternErrorMessage");
                broken.add(
                        AsJavaScript.truthy(message)
                                ? message.asString()
                                : "Enter a value of the form " + pattern.asString() + ".");
            }
            case TOO_COSTLY -> broken.add("The value takes too long to check; enter a shorter one.");
            case UNUSABLE ->
                broken.add("The form's pattern " + pattern.asString() + " is not usable; tell the process owner.");
        }
    }

    private void required() {
        boolean unchecked = field.type() == FieldType.CHECKBOX && !AsJavaScript.truthy(value);
        boolean empty = value.isMissingNode()
                || value.isNull()
                || (value.isString() && value.asString().isEmpty())
                || (value.isArray() && value.isEmpty());
        if (field.component().required() && (unchecked || empty)) {
            broken.add("Field is required.");
        }
    }

    private void bound(String name) {
        JsonNode setting = feel.value(rule(name), field.scope());
        boolean entered = AsJavaScript.truthy(value) || value.isNumber();
        if (setting.isMissingNode() || setting.isNull() || !entered) {
            return;
        }
        BigDecimal number = AsJavaScript.decimal(value);
        BigDecimal limit = AsJavaScript.decimal(setting);
        boolean min = name.equals("min");
        if (number == null || limit == null) {
            broken.add((min ? "Lower" : "Upper") + " limit or value is not a number.");
        } else if (min ? number.compareTo(limit) < 0 : number.compareTo(limit) > 0) {
            broken.add("Enter " + (min ? "at least " : "at most ") + limit.toPlainString() + ".");
        }
    }

    private void length(String name, String words, IntPredicate exceeded) {
        BigDecimal limit = AsJavaScript.decimal(feel.value(rule(name), field.scope()));
        if (limit != null && exceeded.test(limit.intValue())) {
            broken.add("Enter " + words + " " + limit.toPlainString() + " characters.");
        }
    }

    private void kind(String text) {
        String kind = rule("validationType").asString("");
        if (kind.equals("email") && !ContactPatterns.email(text)) {
            broken.add("Enter an e-mail address.");
        }
        if (kind.equals("phone") && !ContactPatterns.phone(text)) {
            broken.add("Enter an international phone number, such as +4930664040900.");
        }
    }
}
