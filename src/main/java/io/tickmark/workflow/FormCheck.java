package io.tickmark.workflow;

import io.tickmark.kernel.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides on the server what form-js 1.23 decides in the browser, so that no browser has to be believed: which fields of
 * a Camunda Form are shown, whether what was entered keeps its rules, and what the form's answers are. Serves all
 * threads.
 */
public final class FormCheck {

    private final Clock clock;
    private final FormFeel feel;

    /** @param clock tells today, for dates that must not be past and for FEEL's {@code today()} and {@code now()} */
    public FormCheck(Clock clock) {
        this.clock = clock;
        this.feel = new FormFeel(clock);
    }

    /**
     * What a submission comes to.
     *
     * @param answers the values of all fields that are shown, to be used only when nothing is refused. Read-only and
     *     disabled fields hold what is known, computed fields what the server computed; hidden fields and values that the
     *     form does not ask for are left out. A document is {@code {documentId}}, or as known where it was prefilled
     * @param fields one entry for each rule that is broken, in the form's order; empty when the submission is taken
     */
    public record Outcome(ObjectNode answers, List<FieldRefusal> fields) {

        public Outcome {
            fields = List.copyOf(fields);
        }

        public boolean accepted() {
            return fields.isEmpty();
        }

        /** The refusals by key path, as an API names fields. */
        public List<Refusal> refusals() {
            return fields.stream().map(FieldRefusal::toRefusal).toList();
        }
    }

    /**
     * Checks a submission. Whatever is submitted, the answer is an outcome and never an exception. A field that is left
     * out keeps its prefilled value; a list that is left out is empty if its rows can be removed, as browsers send it.
     *
     * @param schema the content of the {@code .form} file
     * @param submitted the values entered; at most 20,000 values, 20 levels, 500 rows in a list, 20,000 characters in a
     *     text (UTF-16 units)
     * @param known the prefilled data, trusted; null or no object means none
     * @param documentExists whether a document with this id may be attached here; not asked for prefilled documents
     */
    public Outcome check(JsonNode schema, JsonNode submitted, JsonNode known, Predicate<String> documentExists) {
        String refusal = SubmissionLimits.refusal(submitted);
        if (refusal != null) {
            return new Outcome(JsonNodeFactory.instance.objectNode(), List.of(new FieldRefusal("", "", refusal)));
        }
        FormFilling filling = FormFilling.of(FormComponent.of(schema), submitted, known, feel);
        return new FilledForm(filling, documentExists).outcome();
    }

    /** One submission's way from what was filled in to the outcome. */
    private final class FilledForm {

        private final FormFilling filling;
        private final Predicate<String> documentExists;
        private final ReadBudget reads = new ReadBudget();
        private final ObjectNode answers = JsonNodeFactory.instance.objectNode();

        FilledForm(FormFilling filling, Predicate<String> documentExists) {
            this.filling = filling;
            this.documentExists = documentExists;
        }

        Outcome outcome() {
            List<FieldRefusal> refusals = new ArrayList<>(filling.refusals());
            List<String> mistyped =
                    refusals.stream().map(FieldRefusal::component).toList();
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
            return new Outcome(answers, refusals);
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
}
