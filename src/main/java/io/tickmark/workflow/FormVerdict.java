package io.tickmark.workflow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Holds a filled-in form against its rules and gathers its answers. */
final class FormVerdict {

    private final FormFilling filling;
    private final Predicate<String> documentExists;
    private final FormFeel feel;
    private final Clock clock;
    private final ReadBudget reads = new ReadBudget();
    private final ObjectNode answers = JsonNodeFactory.instance.objectNode();

    FormVerdict(FormFilling filling, Predicate<String> documentExists, FormFeel feel, Clock clock) {
        this.filling = filling;
        this.documentExists = documentExists;
        this.feel = feel;
        this.clock = clock;
    }

    FormCheck.Outcome outcome() {
        List<FieldRefusal> refusals = new ArrayList<>(filling.refusals());
        Set<String> mistyped = refusals.stream().map(FieldRefusal::component).collect(Collectors.toSet());
        for (FieldInstance list : filling.screen().lists()) {
            answerRows(list);
        }
        for (FieldInstance field : filling.screen().fields()) {
            JsonNode value = value(field);
            answer(field, value);
            if (!mistyped.contains(field.reference()) && !field.component().disabled()) {
                broken(field, value).forEach(message -> refusals.add(field.refuse(message)));
            }
        }
        return new FormCheck.Outcome(answers, refusals);
    }

    private JsonNode value(FieldInstance field) {
        boolean computedNow = field.component().computedOn("presubmit") && field.editable();
        return computedNow
                ? feel.value(field.component().json().path("expression"), field.scope())
                : field.path().in(filling.data());
    }

    private void answerRows(FieldInstance list) {
        list.path().put(answers, JsonNodeFactory.instance.arrayNode());
        JsonNode rows = list.path().in(filling.data());
        for (int i = 0; i < rows.size(); i++) {
            list.path().row(i).put(answers, JsonNodeFactory.instance.objectNode());
        }
    }

    // form-js sends no disabled field; an empty one is left out here too
    private void answer(FieldInstance field, JsonNode value) {
        if (field.component().disabled()
                && AsJavaScript.same(value, field.type().empty())) {
            return;
        }
        boolean entered = field.type() == FieldType.FILEPICKER && filling.entered(field);
        field.path().put(answers, entered ? documents(field).kept(value) : value);
    }

    private List<String> broken(FieldInstance field, JsonNode value) {
        if (filling.entered(field)) {
            String refusal = entryRefusal(field, value);
            if (refusal != null) {
                return List.of(refusal);
            }
        }
        return FieldRules.broken(field, value, feel, reads);
    }

    private @Nullable String entryRefusal(FieldInstance field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return switch (field.type()) {
            case DATETIME -> DateEntry.of(field.component()).refusal(value, clock);
            case RADIO, SELECT, CHECKLIST, TAGLIST -> offered(field, value) ? null : "Pick one of the options.";
            case FILEPICKER -> documents(field).refusal(value, several(field));
            case TEXTFIELD, TEXTAREA, NUMBER, CHECKBOX, EXPRESSION -> null;
        };
    }

    private boolean offered(FieldInstance field, JsonNode value) {
        Options options = Options.shown(field.component(), filling.initial(), field.scope(), feel);
        return field.type().picksOne()
                ? options.offers(value)
                : value.valueStream().allMatch(options::offers);
    }

    private boolean several(FieldInstance field) {
        JsonNode setting = feel.value(field.component().json().path("multiple"), field.scope());
        return setting.isBoolean() && setting.booleanValue();
    }

    private DocumentEntry documents(FieldInstance field) {
        JsonNode prefilled = field.path().in(filling.initial());
        return new DocumentEntry(
                prefilled.isArray() ? prefilled : JsonNodeFactory.instance.arrayNode(), documentExists);
    }
}
