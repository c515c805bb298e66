package io.tickmark.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void namesAreSortedByUtf16CodeUnitsAsInTheExampleOfRfc8785() {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String name : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            object.put(name, 0L);
        }
        assertThat(CanonicalJson.of(object))
                .isEqualTo(
                        "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\ud83d\ude00\":0,\"\ufb33\":0}");
    }

    @Test
    void textIsEscapedOnlyWhereJsonDemandsIt() {
        assertThat(CanonicalJson.of("\u20ac$\u000f\nA'B\"\\/\b\t\f\r\u007f\u2028 🖊"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\/\\b\\t\\f\\r\u007f\u2028 🖊\"");
    }

    @Test
    void thereIsNoSpaceAndNestingIsKept() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", null);
        inner.put("a", List.of());
        assertThat(CanonicalJson.of(Arrays.asList(true, false, null, -7L, inner, Map.of())))
                .isEqualTo("[true,false,null,-7,{\"a\":[],\"z\":null},{}]");
    }

    @Test
    void numbersAreWholeAndExactInEveryLanguage() {
        assertThat(CanonicalJson.of(9007199254740991L)).isEqualTo("9007199254740991");
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(9007199254740992L));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(BigDecimal.ONE));
    }

    @Test
    void halfASurrogatePairIsNoText() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of("a\ud83d"));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of("\ude00a"));
    }
}
