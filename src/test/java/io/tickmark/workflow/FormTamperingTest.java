package io.tickmark.workflow;

import static io.tickmark.workflow.FormFixture.form;
import static io.tickmark.workflow.FormFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What no browser would send. */
class FormTamperingTest {

    private static final FormFixture EVERY_TYPE = form(
            "{id: 'Text', type: 'textfield', key: 'text'}",
            "{id: 'Area', type: 'textarea', key: 'area'}",
            "{id: 'Number', type: 'number', key: 'amount'}",
            "{id: 'AsText', type: 'number', key: 'asText', serializeToString: true}",
            "{id: 'Box', type: 'checkbox', key: 'box'}",
            "{id: 'Radio', type: 'radio', key: 'radio', values: ['a']}",
            "{id: 'Select', type: 'select', key: 'select', values: ['a']}",
            "{id: 'Check', type: 'checklist', key: 'check', values: ['a']}",
            "{id: 'Tags', type: 'taglist', key: 'tags', values: ['a']}",
            "{id: 'Date', type: 'datetime', key: 'day'}",
            "{id: 'Time', type: 'datetime', subtype: 'time', key: 'hour'}",
            "{id: 'Both', type: 'datetime', subtype: 'datetime', key: 'moment'}",
            "{id: 'Files', type: 'filepicker', key: 'files'}",
            "{id: 'List', type: 'dynamiclist', path: 'list', components: [{id: 'Cell', type: 'textfield', key: 'cell'}]}",
            "{id: 'Group', type: 'group', path: 'group', components: [{id: 'In', type: 'textfield', key: 'in'}]}");

    @Test
    void valuesOfAnotherTypeAreRefusedAtTheirFields() {
        assertThat(EVERY_TYPE.refused("""
                        {text: 5, area: ['x'], amount: '5', asText: 'five', box: 'true', radio: ['a'], select: {a: 1},
                         check: 'a', tags: {a: 1}, day: 20260101, hour: true, moment: ['2026'], files: {documentId: 'd1'},
                         list: {cell: 'x'}}"""))
                .containsExactlyInAnyOrder(
                        "Text", "Area", "Number", "AsText", "Box", "Radio", "Select", "Check", "Tags", "Date", "Time",
                        "Both", "Files", "List");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{day: '2026-02-30'}",
                "{day: '2026-01-01T00:00'}",
                "{day: 'tomorrow'}",
                "{hour: '25:00'}",
                "{hour: '10'}",
                "{moment: '2026-01-01'}",
                "{moment: '2026-01-01T10:00Z[Europe/Berlin]'}",
                "{moment: '<script>'}",
                "{files: ['d1']}",
                "{files: [{documentId: 5}]}",
                "{files: [null]}",
                "{files: [{documentId: ' '}]}",
                "{files: [{documentId: 'nobody-uploaded-this'}]}",
                "{radio: 'b'}",
                "{radio: false}",
                "{select: 0}",
                "{check: ['a', 'b']}",
                "{check: [null]}",
                "{tags: [['a']]}",
                "{list: ['row']}",
                "{list: [[]]}",
                "{asText: '1e999'}",
                "{asText: '0x10'}",
                "{asText: 'Infinity'}",
                "{text: 'zero \\u0000 byte'}",
                "{area: 'half \\ud83d'}"
            })
    void aValueThatTheFieldCannotHoldIsRefused(String submission) {
        assertThat(EVERY_TYPE.refused(submission)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "'text'", "5", "true"})
    void aSubmissionThatIsNoObjectIsRefusedAsAWhole(String submission) {
        assertThat(EVERY_TYPE.submit(submission).fields())
                .containsExactly(new FieldRefusal("", "", "Send the form's values as one object."));
    }

    @Test
    void aGroupThatIsNoObjectIsAsGoodAsEmpty() {
        assertThat(EVERY_TYPE.answers("{group: 'text'}").path("group")).isEqualTo(json("{in: ''}"));
    }

    @Test
    void valuesTheFormDoesNotAskForAreLeftOut() {
        var answers = form(
                        "{id: 'A', type: 'textfield', key: 'a'}",
                        "{id: 'L', type: 'dynamiclist', path: 'l', components: [{id: 'C', type: 'textfield', key: 'c'}]}")
                .knowing("{approved: false, l: [{c: 'known', id: 'row-1'}]}")
                .answers("{a: 'x', approved: true, l: [{c: 'y', id: 'row-2', admin: true}], __proto__: {a: 1}}");

        assertThat(answers).isEqualTo(json("{a: 'x', l: [{c: 'y'}]}"));
    }

    @Test
    void hiddenValuesAreLeftOutAndDecideNothing() {
        var hidden = form(
                "{id: 'A', type: 'checkbox', key: 'a'}",
                "{id: 'B', type: 'textfield', key: 'b', conditional: {hide: '=a'}}",
                "{id: 'C', type: 'textfield', key: 'c', conditional: {hide: '=b = \"skip\"'}, validate: {required: true}}");

        assertThat(hidden.refused("{a: false, b: 'skip'}")).isEmpty();
        assertThat(hidden.refused("{a: true, b: 'skip'}")).containsExactly("C");
        assertThat(hidden.answers("{a: true, b: 'skip', c: 'x'}")).isEqualTo(json("{a: true, c: 'x'}"));
    }

    @Test
    void readOnlyAndDisabledFieldsHoldWhatIsKnown() {
        var locked = form(
                        "{id: 'R', type: 'textfield', key: 'r', readonly: true}",
                        "{id: 'F', type: 'textfield', key: 'f', readonly: '=state = \"done\"'}",
                        "{id: 'D', type: 'textfield', key: 'd', disabled: true, validate: {required: true}}",
                        "{id: 'E', type: 'textfield', key: 'e', disabled: true}",
                        "{id: 'G', type: 'group', path: 'g', readonly: true, components: [{id: 'I', type: 'number', key: 'i'}]}",
                        "{id: 'L', type: 'dynamiclist', path: 'l', readonly: true, components: [{id: 'C', type: 'textfield', key: 'c'}]}")
                .knowing("{r: 'r', f: 'f', d: 'd', state: 'done', g: {i: 1}, l: [{c: 'c'}]}");

        assertThat(locked.answers("{r: 'x', f: 'x', d: 'x', e: 'x', g: {i: 9}, l: [{c: 'x'}, {c: 'x'}]}"))
                .isEqualTo(json("{r: 'r', f: 'f', d: 'd', g: {i: 1}, l: [{c: 'c'}]}"));
        assertThat(locked.submit("{r: 5, d: [], l: 'x'}").accepted()).isTrue();
    }

    @Test
    void computedValuesAreComputedHere() {
        var sum = form(
                "{id: 'A', type: 'number', key: 'a'}",
                "{id: 'S', type: 'expression', key: 'sum', expression: '=a * 2', validate: {max: 10}}");

        assertThat(sum.answers("{a: 3, sum: 1000000}")).isEqualTo(json("{a: 3, sum: 6}"));
        assertThat(sum.refused("{a: 6, sum: 1}")).containsExactly("S");
    }

    @Test
    void optionsCannotBeBroughtAlong() {
        var pick =
                form("{id: 'K', type: 'radio', key: 'k', valuesKey: 'people'}").knowing("{people: ['ann']}");

        assertThat(pick.refused("{people: ['eve'], k: 'eve'}")).containsExactly("K");
    }

    @Test
    void aReadOnlyValueOfARowCannotBeMadeUp() {
        var rows = form("""
                        {id: 'L', type: 'dynamiclist', path: 'l', components: [
                          {id: 'N', type: 'textfield', key: 'name', readonly: true}]}""").knowing("{l: [{name: 'one'}]}");

        assertThat(rows.answers("{l: [{name: 'two'}, {name: 'one'}]}"))
                .isEqualTo(json("{l: [{name: ''}, {name: 'one'}]}"));
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertThat(EVERY_TYPE.submit(text(20_000)).accepted()).isTrue();
        assertThat(EVERY_TYPE.submit(text(20_001)).fields().get(0).component()).isEqualTo("Area");
        assertThat(EVERY_TYPE.submit(rows(500)).accepted()).isTrue();
        assertThat(EVERY_TYPE.submit(rows(501)).fields().get(0).field()).isEqualTo("list");
        assertThat(EVERY_TYPE.submit(rows(20_001)).fields().get(0).message()).isEqualTo("Send at most 20000 values.");
        assertThat(EVERY_TYPE.submit(nested(20)).accepted()).isTrue();
        assertThat(EVERY_TYPE.submit(nested(21)).fields().get(0).message()).isEqualTo("Nest values at most 20 deep.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "^(a|a)*$", "^(a|aa)+b$", "(x+x+)+y|(a*)*c", "^([a-z]+)*\\\\d$"})
    @Timeout(60)
    void aPatternThatTakesForeverIsCutShort(String pattern) {
        var field = form("{id: 'T', type: 'textarea', key: 't', validate: {pattern: '" + pattern + "'}}");
        ObjectNode text = JsonNodeFactory.instance.objectNode().put("t", "a".repeat(15_000) + "!");

        assertThat(field.submit(text).fields()).hasSize(1);
    }

    @Test
    @Timeout(60)
    void manyRowsShareOneBudgetForPatterns() {
        var list = form("""
                {id: 'L', type: 'dynamiclist', path: 'l', components: [
                  {id: 'T', type: 'textfield', key: 't', validate: {pattern: '^(a+)+$'}}]}""");
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 500; i++) {
            rows.addObject().put("t", "a".repeat(40) + "!");
        }

        assertThat(list.submit(JsonNodeFactory.instance.objectNode().set("l", rows))
                        .fields())
                .hasSize(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{components: 'none'}", "{components: [5, null, {type: 7}, {type: 'group'}]}", "null"})
    void evenABrokenSchemaIsNoException(String schema) {
        assertThatCode(() -> new FormFixture(json(schema), json("{}")).submit("{a: 1}"))
                .doesNotThrowAnyException();
    }

    private static ObjectNode text(int length) {
        return JsonNodeFactory.instance.objectNode().put("area", "x".repeat(length));
    }

    private static ObjectNode rows(int count) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = data.putArray("list");
        for (int i = 0; i < count; i++) {
            rows.addObject();
        }
        return data;
    }

    private static ObjectNode nested(int depth) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ObjectNode at = data;
        for (int i = 1; i < depth; i++) {
            at = at.putObject("deeper");
        }
        return data;
    }
}
