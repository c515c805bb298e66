package io.tickmark.workflow;

import static io.tickmark.workflow.FormFixture.form;
import static io.tickmark.workflow.FormFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FormFieldsTest {

    private static final JsonNode SCHEMA = form(
                    "{id: 'Intro', type: 'text', text: 'Hello'}",
                    """
                    {id: 'G', type: 'group', path: 'coverage', components: [
                      {id: 'From', type: 'datetime', key: 'from', dateLabel: 'Covers from', validate: {required: true}}]}""",
                    """
                    {id: 'L', type: 'dynamiclist', path: 'samples', components: [
                      {id: 'Ref', type: 'textfield', key: 'ref', label: 'Ticket'},
                      {id: 'Proof', type: 'filepicker', key: 'proof'}]}""",
                    "{id: 'Files', type: 'filepicker', key: 'files'}",
                    "{id: 'Who', type: 'select', key: 'who', valuesKey: 'people'}",
                    "{id: 'Kind', type: 'radio', key: 'kind', values: [{label: 'A', value: 'a'}]}",
                    "{id: 'Sum', type: 'expression', key: 'sum', expression: '=1'}",
                    "{id: 'Off', type: 'group', readonly: true, components: [{id: 'In', type: 'number', key: 'in'}]}")
            .schema();

    @Test
    void namesTheFieldsThatTakeDocuments() {
        assertThat(FormFields.of(SCHEMA).documentKeys()).containsExactlyInAnyOrder("files", "samples[].proof");
    }

    @Test
    void namesEveryFieldByItsPath() {
        assertThat(FormFields.of(SCHEMA).all())
                .extracting(FormField::key)
                .containsExactly(
                        "coverage.from", "samples[].ref", "samples[].proof", "files", "who", "kind", "sum", "in");
    }

    @Test
    void tellsWhatAFieldWants() {
        FormField from = FormFields.of(SCHEMA).withKey("coverage.from").orElseThrow();

        assertThat(from.component()).isEqualTo("From");
        assertThat(from.type()).isEqualTo("datetime");
        assertThat(from.label()).isEqualTo("Covers from");
        assertThat(from.required()).isTrue();
        assertThat(from.open()).isTrue();
    }

    @Test
    void computedAndReadOnlyFieldsAreNotOpen() {
        assertThat(FormFields.of(SCHEMA).all())
                .filteredOn(field -> !field.open())
                .extracting(FormField::key)
                .containsExactly("sum", "in");
    }

    @Test
    void optionsStandInTheFormOrInTheData() {
        FormFields fields = FormFields.of(SCHEMA, json("{people: ['ann', {label: 'Bob', value: 'b'}]}"));

        assertThat(fields.withKey("kind").orElseThrow().options()).containsExactly(json("'a'"));
        assertThat(fields.withKey("who").orElseThrow().options()).containsExactly(json("'ann'"), json("'b'"));
        assertThat(FormFields.of(SCHEMA).withKey("who").orElseThrow().options()).isEmpty();
    }
}
