package io.tickmark.workflow;

import io.tickmark.kernel.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
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
        return new FormVerdict(filling, documentExists, feel, clock).outcome();
    }
}
