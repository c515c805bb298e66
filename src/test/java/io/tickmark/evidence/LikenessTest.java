package io.tickmark.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static String words(int seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> "word" + random.nextInt(5000))
                .collect(Collectors.joining(" "));
    }

    private static Likeness of(String text) {
        return Objects.requireNonNull(Likeness.of(text));
    }

    private static boolean meet(Likeness one, Likeness other) {
        return IntStream.range(0, Likeness.BANDS).anyMatch(i -> one.bands()[i] == other.bands()[i]);
    }

    @Test
    void almostTheSameTextsMeetAndOthersDoNot() {
        for (int seed = 0; seed < 50; seed++) {
            String text = words(seed, 400);
            String edited = text.replaceFirst("word\\d+", "another") + " and an end of its own";
            assertThat(of(edited).percent(of(text))).isGreaterThanOrEqualTo(85);
            assertThat(meet(of(edited), of(text))).isTrue();
            assertThat(of(words(seed + 1000, 400)).percent(of(text))).isLessThan(20);
        }
    }

    @Test
    void layoutAndCaseMakeNoDifference() {
        String text = words(1, 100);
        assertThat(of(text.toUpperCase(java.util.Locale.ROOT).replace(" ", ",\n ")))
                .isEqualTo(of(text));
    }

    @Test
    void itSurvivesBeingWrittenDown() {
        Likeness likeness = of(words(2, 100));
        assertThat(Likeness.parse(likeness.hex())).isEqualTo(likeness);
        assertThat(likeness.hex()).hasSize(512);
        assertThat(Arrays.stream(likeness.least()).min().orElse(-1)).isNotNegative();
    }

    @Test
    void aFewWordsAreLikeNothing() {
        assertThat(Likeness.of("the same few words")).isNull();
    }
}
