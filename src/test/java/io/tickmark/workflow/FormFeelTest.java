package io.tickmark.workflow;

import static io.tickmark.workflow.FormFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class FormFeelTest {

    private final FormFeel feel = new FormFeel(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
                    1 + 2                                   ~ 3
                    0.1 + 0.2                               ~ 0.3
                    1 / 0                                   ~ null
                    missing                                 ~ null
                    1 +                                     ~ null
                    text + "😀"                             ~ 'x😀'
                    {a: 1, b: {c: [1.5, null, true]}}       ~ {a: 1, b: {c: [1.5, null, true]}}
                    [1, "two", {three: 3}]                  ~ [1, 'two', {three: 3}]
                    rows.n                                  ~ [1, 2]
                    rows[n > 1]                             ~ [{n: 2}]
                    today()                                 ~ '2026-03-01'
                    now()                                   ~ '2026-03-01T12:00:00Z'
                    date("2026-01-31")                      ~ '2026-01-31'
                    time("10:30:00")                        ~ '10:30:00'
                    time("10:30:00+01:00")                  ~ '10:30:00+01:00'
                    date and time("2026-01-31T10:30:00")    ~ '2026-01-31T10:30:00'
                    date and time("2026-01-31T10:30:00@Europe/Berlin") ~ '2026-01-31T10:30:00+01:00'
                    duration("PT90M")                       ~ 'PT1H30M'
                    duration("P14M")                        ~ 'P1Y2M'
                    function(x) x                           ~ null
                    """)
    void resultsBecomeJson(String expression, String expected) {
        JsonNode result = feel.value(text("=" + expression), scope());

        assertThat(AsJavaScript.same(result, json(expected))).as("%s", result).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
                    =yes                             ~ true
                    =no                              ~ false
                    =missing                         ~ true
                    =missing > 5                     ~ true
                    =not(missing > 5)                ~ false
                    =not(yes)                        ~ false
                    =not(no) and yes                 ~ true
                    =text = "y", text = "x"          ~ true
                    =not(text = "y", text = "z")     ~ true
                    =not(text = "(")                 ~ true
                    =-                               ~ true
                    =text                            ~ false
                    =5                               ~ false
                    =[yes, no]                       ~ false
                    =[null]                          ~ true
                    =yes and                         ~ false
                    yes                              ~ false
                    """)
    void conditionsHoldAsInTheBrowser(String condition, boolean holds) {
        assertThat(feel.holds(text(condition), scope())).isEqualTo(holds);
    }

    @Test
    void aSettingThatIsNoExpressionIsItself() {
        assertThat(feel.value(json("5"), scope())).isEqualTo(json("5"));
        assertThat(feel.value(text("today()"), scope())).isEqualTo(text("today()"));
    }

    @Test
    void severalThreadsComputeAtOnce() {
        assertThat(IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(i ->
                                feel.value(text("=" + i % 50 + " + 1"), scope()).asInt() - i % 50))
                .containsOnly(1);
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    private static Scope scope() {
        return Scope.form(FeelValues.toMap(json("{yes: true, no: false, text: 'x', rows: [{n: 1}, {n: 2}]}")));
    }
}
