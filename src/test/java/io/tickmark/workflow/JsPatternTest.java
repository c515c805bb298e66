package io.tickmark.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.workflow.JsPattern.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each expectation is what {@code new RegExp(pattern).test(text)} answers in a browser. */
class JsPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    ^a$          ~ 'a'       ~ true
                    ^a$          ~ 'a\n'     ~ false
                    ^.$          ~ '\u0085'  ~ true
                    ^.$          ~ '\u2028'  ~ false
                    ^.$          ~ 😀        ~ false
                    ^..$         ~ 😀        ~ true
                    ^[😀]{2}$    ~ 😀        ~ true
                    ^\\ud83d     ~ 😀        ~ true
                    ^\\s$        ~ '\u00a0'  ~ true
                    ^\\S$        ~ '\u00a0'  ~ false
                    ^[\\S]$      ~ a         ~ true
                    ^[^\\s]$     ~ '\ufeff'  ~ false
                    \\bé\\b      ~ é         ~ false
                    \\bcat\\b    ~ écaté     ~ true
                    a\\Bb        ~ ab        ~ true
                    ^\\d$        ~ ٣         ~ false
                    ^\\w+$       ~ né        ~ false
                    ^[[&&]+$     ~ '[&'      ~ true
                    ^[^]$        ~ '\n'      ~ true
                    []           ~ a         ~ false
                    ^a{2,3}$     ~ aaa       ~ true
                    ^a{,2}$      ~ 'a{,2}'   ~ true
                    ^{a}$        ~ '{a}'     ~ true
                    ^[\\w-.]+$   ~ a-b.c     ~ true
                    ^\\v$        ~ '\u000b'  ~ true
                    ^\\e\\h$     ~ eh        ~ true
                    ^\\x41\\u0042$ ~ AB      ~ true
                    ^(a)\\1$     ~ aa        ~ true
                    ^(?<x>a)\\k<x>$ ~ aa     ~ true
                    ^(?!x)(?=a).(?<=a)$ ~ a  ~ true
                    ^\\/\\-\\_$  ~ /-_       ~ true
                    ^é$          ~ é         ~ true
                    ^#\\ a$      ~ '# a'     ~ true
                    """)
    void readsLikeABrowser(String pattern, String text, boolean matches) {
        assertThat(JsPattern.of(pattern).test(text, new ReadBudget()))
                .isEqualTo(matches ? Verdict.MATCHES : Verdict.DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "*", "a**", "(?<1>a)"})
    void whatIsNoPatternIsUnusable(String pattern) {
        assertThat(JsPattern.of(pattern).test("a", new ReadBudget())).isEqualTo(Verdict.UNUSABLE);
    }
}
