package io.tickmark.description;

import static io.tickmark.description.Redline.Kind.DELETED;
import static io.tickmark.description.Redline.Kind.INSERTED;
import static io.tickmark.description.Redline.Kind.SAME;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.description.Redline.Kind;
import io.tickmark.description.Redline.Piece;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class RedlineTest {

    private static Piece piece(Kind kind, String text) {
        return new Piece(kind, text);
    }

    private static String without(Kind kind, List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(joining());
    }

    @Test
    void aWordThatChangedIsShownAsAWord() {
        assertThat(Redline.between("We keep data for ninety days.", "We keep data for thirty days."))
                .containsExactly(
                        piece(SAME, "We keep data for "),
                        piece(DELETED, "ninety"),
                        piece(INSERTED, "thirty"),
                        piece(SAME, " days."));
    }

    @Test
    void wordsThatAreReplacedTogetherAreOneChange() {
        assertThat(Redline.between("Run by three old men.", "Run by one young woman."))
                .containsExactly(
                        piece(SAME, "Run by "),
                        piece(DELETED, "three old men"),
                        piece(INSERTED, "one young woman"),
                        piece(SAME, "."));
    }

    @Test
    void theFirstVersionIsInsertedAndAClearedOneDeleted() {
        assertThat(Redline.between("", "Storage 📦")).containsExactly(piece(INSERTED, "Storage 📦"));
        assertThat(Redline.between("Storage 📦", "")).containsExactly(piece(DELETED, "Storage 📦"));
        assertThat(Redline.between("", "")).isEmpty();
        assertThat(Redline.between("Same", "Same")).containsExactly(piece(SAME, "Same"));
    }

    @Test
    void aNewParagraphIsSeen() {
        assertThat(Redline.between("One two", "One\n\ntwo"))
                .containsExactly(piece(SAME, "One"), piece(DELETED, " "), piece(INSERTED, "\n\n"), piece(SAME, "two"));
    }

    @Test
    void bothTextsCanBeReadOutOfIt() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String before = text(random);
            String after = text(random);
            List<Piece> pieces = Redline.between(before, after);
            assertThat(without(INSERTED, pieces)).isEqualTo(before);
            assertThat(without(DELETED, pieces)).isEqualTo(after);
        }
    }

    private static String text(Random random) {
        String[] words = {"a", "b", " ", " ", "\n\n", ", ", ".", "é📦", "c d"};
        return IntStream.range(0, random.nextInt(60))
                .mapToObj(i -> words[random.nextInt(words.length)])
                .collect(joining());
    }

    @Test
    void twoLongTextsWithoutACommonWordTakeNeitherLongNorMuch() {
        String before = IntStream.range(0, 3_300).mapToObj(i -> "a" + i % 900).collect(joining(" "));
        String after = IntStream.range(0, 3_300).mapToObj(i -> "b" + i % 900).collect(joining(" "));
        assertThat(before.length()).isLessThan(SystemDescription.LONGEST);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(without(INSERTED, Redline.between(before, after)))
                        .isEqualTo(before));
    }
}
