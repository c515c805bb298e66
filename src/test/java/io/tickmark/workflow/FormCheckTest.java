package io.tickmark.workflow;

import static io.tickmark.workflow.FormFixture.form;
import static io.tickmark.workflow.FormFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kernel.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormCheckTest {

    private static final String SAMPLES = """
            {id: 'F_samples', type: 'dynamiclist', path: 'samples', components: [
              {id: 'F_sref', type: 'textfield', key: 'ref', validate: {required: true}}]}""";

    @Test
    void aCompleteSubmissionIsTaken() {
        var outcome = form("{id: 'T', type: 'textfield', key: 'title', validate: {required: true}}")
                .submit("{title: 'Access review'}");

        assertThat(outcome.accepted()).isTrue();
        assertThat(outcome.answers()).isEqualTo(json("{title: 'Access review'}"));
    }

    @Test
    void aRefusalNamesTheKeyForTheApiAndTheComponentForTheBrowser() {
        var outcome = form(SAMPLES).submit("{samples: [{ref: 'A'}, {ref: ''}]}");

        assertThat(outcome.fields())
                .containsExactly(new FieldRefusal("samples[1].ref", "F_sref[1]", "Field is required."));
        assertThat(outcome.refusals()).containsExactly(new Refusal("samples[1].ref", "Field is required."));
        assertThat(outcome.accepted()).isFalse();
    }

    @Test
    void aGroupsPathIsPartOfTheKey() {
        var coverage = form("""
                {id: 'G', type: 'group', path: 'coverage', components: [
                  {id: 'F', type: 'datetime', subtype: 'date', key: 'from', validate: {required: true}},
                  {id: 'Inner', type: 'group', components: [{id: 'D', type: 'number', key: 'deep.count'}]}]}""");

        assertThat(coverage.submit("{}").fields().get(0).field()).isEqualTo("coverage.from");
        assertThat(coverage.answers("{coverage: {from: '2026-01-31', deep: {count: 3}}}"))
                .isEqualTo(json("{coverage: {from: '2026-01-31', deep: {count: 3}}}"));
    }

    @Test
    void aComponentWithoutAKeyIsBoundToItsId() {
        var keyless = form("{id: 'Lost', type: 'textfield', validate: {required: true}}");

        assertThat(keyless.submit("{}").fields().get(0).field()).isEqualTo("Lost");
        assertThat(keyless.answers("{Lost: 'x'}")).isEqualTo(json("{Lost: 'x'}"));
    }

    @Test
    void aFieldThatIsLeftOutKeepsWhatIsKnownOrItsDefault() {
        var prefilled = form(
                        "{id: 'A', type: 'textfield', key: 'a'}",
                        "{id: 'B', type: 'number', key: 'b', defaultValue: 7}",
                        "{id: 'C', type: 'checkbox', key: 'c'}")
                .knowing("{a: 'known'}");

        assertThat(prefilled.answers("{}")).isEqualTo(json("{a: 'known', b: 7, c: false}"));
        assertThat(prefilled.answers("{a: null, b: null, c: null}")).isEqualTo(json("{a: '', b: null, c: false}"));
    }

    @Test
    void nothingKnownIsNoObstacle() {
        assertThat(new FormFixture(
                                form("{id: 'A', type: 'textfield', key: 'a'}").schema(), json("null"))
                        .answers("{a: 'x'}"))
                .isEqualTo(json("{a: 'x'}"));
    }

    @Test
    void anEmojiSurvivesAndCountsTwiceAsInTheBrowser() {
        var field = form("{id: 'T', type: 'textarea', key: 't', validate: {maxLength: 4, pattern: '^.{4}$'}}");

        assertThat(field.submit("{t: '😀😀'}").accepted()).isTrue();
        assertThat(field.answers("{t: '😀😀'}").path("t").asString()).isEqualTo("😀😀");
        assertThat(field.refused("{t: '😀😀😀'}")).containsExactly("T", "T");
    }

    @Test
    void limitsMayBeComputedFromWhatWasEntered() {
        var sample = form(
                        "{id: 'P', type: 'number', key: 'population'}",
                        "{id: 'S', type: 'number', key: 'sample', validate: {min: '=least', max: '=population'}}")
                .knowing("{least: 2}");

        assertThat(sample.refused("{population: 10, sample: 10}")).isEmpty();
        assertThat(sample.refused("{population: 10, sample: 11}")).containsExactly("S");
        assertThat(sample.refused("{population: 10, sample: 1}")).containsExactly("S");
    }

    @Test
    void aConditionWithoutAResultHidesAsInTheBrowser() {
        var why = form(
                "{id: 'N', type: 'number', key: 'n'}",
                "{id: 'W', type: 'textfield', key: 'w', conditional: {hide: '=n > 5'}, validate: {required: true}}");

        assertThat(why.refused("{n: null}")).isEmpty();
        assertThat(why.refused("{n: 6}")).isEmpty();
        assertThat(why.refused("{n: 5}")).containsExactly("W");
    }

    @Test
    void aHiddenContainerHidesAllThatIsInIt() {
        var hidden = form(
                "{id: 'Y', type: 'checkbox', key: 'hide'}",
                "{id: 'G', type: 'group', path: 'g', conditional: {hide: '=hide'}, components: [" + SAMPLES + "]}");

        assertThat(hidden.answers("{hide: true, g: {samples: [{ref: 'x'}]}}")).isEqualTo(json("{hide: true}"));
        assertThat(hidden.answers("{hide: false, g: {samples: [{ref: 'x'}]}}"))
                .isEqualTo(json("{hide: false, g: {samples: [{ref: 'x'}]}}"));
    }

    @Test
    void aRowsConditionReadsThisAndParent() {
        var rows = form("{id: 'Who', type: 'textfield', key: 'who'}", """
                {id: 'L', type: 'dynamiclist', path: 'l', components: [
                  {id: 'Ok', type: 'checkbox', key: 'ok'},
                  {id: 'Why', type: 'textfield', key: 'why',
                   conditional: {hide: '=this.ok or parent.who = "all" or i[1] > 2'}, validate: {required: true}}]}""");

        assertThat(rows.refused("{who: 'me', l: [{ok: true}, {ok: false}, {ok: false}]}"))
                .containsExactly("Why[1]");
        assertThat(rows.refused("{who: 'all', l: [{ok: true}, {ok: false}]}")).isEmpty();
    }

    @Test
    void rowsInRowsAreNamedByBoth() {
        var nested = form("""
                {id: 'O', type: 'dynamiclist', path: 'outer', components: [
                  {id: 'I', type: 'dynamiclist', path: 'inner', components: [
                    {id: 'X', type: 'textfield', key: 'x', validate: {required: true}}]}]}""");

        var outcome = nested.submit("{outer: [{inner: []}, {inner: [{x: 'a'}, {x: ''}]}]}");

        assertThat(outcome.fields().get(0).field()).isEqualTo("outer[1].inner[1].x");
        assertThat(outcome.fields().get(0).component()).isEqualTo("X[1][1]");
        assertThat(outcome.answers()).isEqualTo(json("{outer: [{inner: []}, {inner: [{x: 'a'}, {x: ''}]}]}"));
    }

    @Test
    void aListLeftOutIsEmptyWhereRowsMayBeRemovedAndUnchangedWhereNot() {
        var growing = form(SAMPLES).knowing("{samples: [{ref: 'A'}]}");
        var fixed =
                form(SAMPLES.replace("path:", "allowAddRemove: false, path:")).knowing("{samples: [{ref: 'A'}]}");

        assertThat(growing.answers("{}")).isEqualTo(json("{samples: []}"));
        assertThat(fixed.answers("{}")).isEqualTo(json("{samples: [{ref: 'A'}]}"));
        assertThat(fixed.submit("{samples: [{ref: 'A'}, {ref: 'B'}]}").fields())
                .containsExactly(
                        new FieldRefusal("samples", "F_samples", "Rows cannot be added here; the list has 1."));
    }

    @Test
    void aRemovedRowDoesNotMoveItsReadOnlyValuesToTheNext() {
        var rows = form("""
                        {id: 'L', type: 'dynamiclist', path: 'l', components: [
                          {id: 'N', type: 'textfield', key: 'name', readonly: true},
                          {id: 'G', type: 'textfield', key: 'grade'}]}""").knowing("{l: [{name: 'one'}, {name: 'two'}, {name: 'three'}]}");

        assertThat(rows.answers(
                        "{l: [{name: 'two', grade: 'b'}, {name: 'three', grade: 'c'}, {name: '', grade: 'n'}]}"))
                .isEqualTo(
                        json("{l: [{name: 'two', grade: 'b'}, {name: 'three', grade: 'c'}, {name: '', grade: 'n'}]}"));
        assertThat(rows.answers("{l: [{grade: 'a'}, {grade: 'b'}]}"))
                .isEqualTo(json("{l: [{name: 'one', grade: 'a'}, {name: 'two', grade: 'b'}]}"));
    }

    @Test
    void computedFieldsBuildOnEachOther() {
        var computed = form(
                "{id: 'C', type: 'expression', key: 'c', expression: '=a + b'}",
                "{id: 'B', type: 'expression', key: 'b', expression: '=a * 2'}",
                "{id: 'P', type: 'expression', key: 'p', expression: '=string(c)', computeOn: 'presubmit'}",
                "{id: 'D', type: 'expression', key: 'd', expression: '=today()'}",
                "{id: 'A', type: 'number', key: 'a'}");

        assertThat(computed.answers("{a: 2}")).isEqualTo(json("{c: 6, b: 4, p: '6', d: '2026-03-01', a: 2}"));
    }

    @Test
    void conditionsThatGoRoundInCirclesComeToAnEnd() {
        var circle = form(
                "{id: 'A', type: 'textfield', key: 'a', conditional: {hide: '=b = \"x\"'}}",
                "{id: 'B', type: 'textfield', key: 'b', conditional: {hide: '=a = \"x\"'}}",
                "{id: 'E', type: 'expression', key: 'e', expression: '=if e = null then 1 else e + 1'}");

        assertThat(circle.submit("{a: 'x', b: 'x'}")).isNotNull();
    }

    @Test
    void optionsMayStandInTheFormInTheDataOrBeComputed() {
        var picks = form(
                        "{id: 'S', type: 'select', key: 's', values: [{label: 'One', value: 1}, {label: 'O', value: {a: 1}}]}",
                        "{id: 'K', type: 'radio', key: 'k', valuesKey: 'people'}",
                        "{id: 'F', type: 'checklist', key: 'f', valuesExpression: '=people[item != k]'}",
                        "{id: 'N', type: 'select', key: 'n', valuesExpression: '=1 +'}")
                .knowing("{people: ['ann', 'bob', 'cy']}");

        assertThat(picks.answers("{s: 1.0, k: 'ann', f: ['bob']}").path("f")).isEqualTo(json("['bob']"));
        assertThat(picks.refused("{s: {a: 1}, k: 'ann', f: ['bob', 'cy']}")).isEmpty();
        assertThat(picks.refused("{s: '1', k: 'dan', f: ['ann', 'dan'], n: 'x'}"))
                .containsExactly("S", "K", "F", "N");
    }

    @Test
    void aPrefilledPickThatIsNoLongerOfferedIsTakenAway() {
        var pick = form("{id: 'S', type: 'select', key: 's', valuesExpression: '=[\"a\"]', validate: {required: true}}")
                .knowing("{s: 'gone'}");

        assertThat(pick.refused("{}")).containsExactly("S");
        assertThat(pick.answers("{}")).isEqualTo(json("{s: null}"));
    }

    @Test
    void datesInThePastAreRefusedOnlyWhereTheyArePastForEveryone() {
        var date = form("{id: 'D', type: 'datetime', key: 'd', disallowPassedDates: true}");
        var both = form("{id: 'D', type: 'datetime', subtype: 'datetime', key: 'd', disallowPassedDates: true}");

        assertThat(date.refused("{d: '2026-03-01'}")).isEmpty();
        assertThat(date.refused("{d: '2026-02-28'}")).containsExactly("D");
        assertThat(date.knowing("{d: '2020-01-01'}").refused("{d: '2020-01-01'}"))
                .isEmpty();
        assertThat(both.refused("{d: '2026-03-01T00:30+14:00'}")).containsExactly("D");
        assertThat(both.refused("{d: '2026-03-02T00:30+14:00'}")).isEmpty();
        assertThat(both.refused("{d: '2026-02-28T13:00Z'}")).isEmpty();
        assertThat(both.refused("{d: '2026-02-28T11:00Z'}")).containsExactly("D");
    }

    @Test
    void documentsAreHeldAgainstTheStoreAndKeptByTheirIdOnly() {
        var files = form("{id: 'F', type: 'filepicker', key: 'files', multiple: true, validate: {required: true}}")
                .knowing("{files: [{documentId: 'old', endpoint: '/api/documents/old'}]}");

        assertThat(files.refused("{files: []}")).containsExactly("F");
        assertThat(files.refused("{files: [{documentId: 'd1'}, {documentId: 'foreign'}]}"))
                .containsExactly("F");
        assertThat(
                        files.answers(
                                "{files: [{documentId: 'd1', endpoint: 'https://evil.example'}, {documentId: 'old', endpoint: 'x'}]}"))
                .isEqualTo(json("{files: [{documentId: 'd1'}, {documentId: 'old', endpoint: '/api/documents/old'}]}"));
    }

    @Test
    void oneFileMeansOneFile() {
        var one = form("{id: 'F', type: 'filepicker', key: 'files'}");
        var some = form("{id: 'F', type: 'filepicker', key: 'files', multiple: '=many'}");

        assertThat(one.refused("{files: [{documentId: 'd1'}, {documentId: 'd2'}]}"))
                .containsExactly("F");
        assertThat(some.knowing("{many: true}").refused("{files: [{documentId: 'd1'}, {documentId: 'd2'}]}"))
                .isEmpty();
    }

    @Test
    void everyBrokenRuleIsTold() {
        assertThat(form("{id: 'N', type: 'number', key: 'n', decimalDigits: 0, increment: 2, validate: {min: 5}}")
                        .submit("{n: 2.5}")
                        .fields())
                .extracting(FieldRefusal::message)
                .containsExactly(
                        "Enter a whole number.", "Enter a step of 2, such as 2.0 or 4.0.", "Enter at least 5.");
    }

    @Test
    void rulesThatCannotBeKeptAreToldAsAFaultOfTheForm() {
        var broken = form("{id: 'T', type: 'textfield', key: 't', validate: {pattern: '('}}");

        assertThat(broken.submit("{t: 'x'}").fields().get(0).message()).contains("tell the process owner");
        assertThat(broken.refused("{t: ''}")).isEmpty();
    }

    @Test
    void whatOnlyShowsIsNoField() {
        assertThat(form(
                                "{id: 'T', type: 'text', text: 'Hello', key: 't'}",
                                "{id: 'B', type: 'table', dataSource: '=x'}",
                                "{id: 'D', type: 'documentPreview', dataSource: '=x'}",
                                "{id: 'X', type: 'of another version', key: 'x', validate: {required: true}}")
                        .answers("{t: 'x', x: 'x'}"))
                .isEqualTo(json("{}"));
    }

    @Test
    void refusalsComeAsAListThatCannotBeChanged() {
        List<FieldRefusal> fields = form().submit("{}").fields();

        assertThat(fields).isUnmodifiable();
    }
}
