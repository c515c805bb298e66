package io.tickmark.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.kernel.EngagementId;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final Path DESCRIPTION = Path.of("docs/sampling.md");

    @Test
    void theWorkedExampleOfTheDescriptionIsWhatIsSelected() throws IOException {
        String text = Files.readString(DESCRIPTION);
        String seed = Selection.seed(
                EngagementId.of(word(text, "engagement")),
                word(text, "control"),
                UUID.fromString(word(text, "request")),
                1);
        assertThat(seed).isEqualTo(word(text, "seed"));
        assertThat(word(text, "SHA-256")).startsWith(seed);

        List<Integer> five = Pattern.compile("^\\|.*\\| (\\d+) \\|$", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(row -> Integer.valueOf(row.group(1)))
                .toList();
        assertThat(five).hasSize(5);
        assertThat(Selection.items(47, 5, seed)).isEqualTo(five);

        Matcher many = Pattern.compile("25 items of 312: ([\\d, ]+)\\.").matcher(text);
        assertThat(many.find()).isTrue();
        assertThat(Selection.items(312, 25, seed))
                .isEqualTo(Stream.of(many.group(1).split(", "))
                        .map(Integer::valueOf)
                        .toList());
    }

    private static String word(String text, String name) {
        Matcher line =
                Pattern.compile("^ {4}" + name + " +(\\S+)$", Pattern.MULTILINE).matcher(text);
        assertThat(line.find()).as(name).isTrue();
        return line.group(1);
    }

    @Test
    void anotherImplementationFromTheDescriptionSelectsTheSameItems() {
        for (int number = 0; number < 200; number++) {
            String seed = Selection.seed(EngagementId.next(), "CHG-01", UUID.randomUUID(), 1);
            int population = 1 + number * 37;
            int size = Math.min(population, 1 + number % 60);
            assertThat(Selection.items(population, size, seed)).isEqualTo(asDescribed(population, size, seed));
        }
    }

    /** In whole numbers of any size, as somebody would write it who reads docs/sampling.md only. */
    private static List<Integer> asDescribed(int population, int size, String seed) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(64);
        BigInteger state = new BigInteger(seed, 16);
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            state = state.add(new BigInteger("9E3779B97F4A7C15", 16)).mod(modulus);
            BigInteger z = state.xor(state.shiftRight(30))
                    .multiply(new BigInteger("BF58476D1CE4E5B9", 16))
                    .mod(modulus);
            z = z.xor(z.shiftRight(27))
                    .multiply(new BigInteger("94D049BB133111EB", 16))
                    .mod(modulus);
            BigInteger drawn = z.xor(z.shiftRight(31));
            long before = (long) i * population / size;
            long width = (long) (i + 1) * population / size - before;
            items.add((int) (before + 1 + drawn.mod(BigInteger.valueOf(width)).longValue()));
        }
        return items;
    }

    @Test
    void theSampleIsSpreadOverThePeriod() {
        String seed = Selection.seed(EngagementId.next(), "ACC-01", UUID.randomUUID(), 1);
        List<Integer> items = Selection.items(365, 40, seed);
        assertThat(items).isSorted().doesNotHaveDuplicates().allMatch(item -> item >= 1 && item <= 365);
        for (int quarter = 0; quarter < 4; quarter++) {
            int first = quarter * 365 / 4;
            int last = (quarter + 1) * 365 / 4;
            assertThat(items.stream().filter(item -> item > first && item <= last))
                    .hasSizeBetween(9, 11);
        }
    }

    @Test
    void aSampleOfTheWholePopulationIsEveryItem() {
        String seed = Selection.seed(EngagementId.next(), "ACC-01", UUID.randomUUID(), 1);
        assertThat(Selection.items(5, 5, seed)).containsExactly(1, 2, 3, 4, 5);
        assertThat(Selection.items(1, 1, seed)).containsExactly(1);
        assertThat(Selection.items(Integer.MAX_VALUE, 60, seed)).hasSize(60).allMatch(item -> item > 0);
    }

    @Test
    void everyItemOfAStripIsSelectedSometimes() {
        List<Integer> first = IntStream.range(0, 400)
                .mapToObj(n -> Selection.items(
                                20, 2, Selection.seed(EngagementId.next(), "ACC-0" + n, UUID.randomUUID(), 1))
                        .get(0))
                .distinct()
                .sorted()
                .toList();
        assertThat(first).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void moreThanThereIsCannotBeSelected() {
        String seed = Selection.seed(EngagementId.next(), "ACC-01", UUID.randomUUID(), 1);
        assertThatThrownBy(() -> Selection.items(4, 5, seed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Selection.items(0, 0, seed)).isInstanceOf(IllegalArgumentException.class);
    }
}
