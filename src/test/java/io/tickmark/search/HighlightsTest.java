package io.tickmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightsTest {

    @Test
    void aSentenceStaysWhole() {
        assertThat(Highlights.around(List.of("Users of the <mark>ledger</mark> &amp; others.")))
                .containsExactly("Users of the <mark>ledger</mark> &amp; others.");
    }

    @Test
    void ofATableWithoutSentencesWhatSurroundsTheMarkIsShown() {
        String table = "before,&lt;b&gt; ".repeat(900) + "<mark>ledger</mark>\n" + "after,&amp; ".repeat(900);
        assertThat(Highlights.around(List.of(table))).singleElement().satisfies(piece -> assertThat(piece)
                .hasSizeBetween(100, Highlights.FRAGMENT)
                .startsWith("before,&lt;b&gt; before,")
                .contains(" <mark>ledger</mark>\nafter,&amp; ")
                .endsWith("after,&amp;"));
    }

    @Test
    void aMarkIsNeverCut() {
        String mark = "<mark>" + "long".repeat(200) + "</mark>";
        assertThat(Highlights.around(List.of("x".repeat(500) + mark + "y".repeat(500))))
                .containsExactly(mark);
    }

    @Test
    void halfASignIsLeftOut() {
        assertThat(Highlights.whole(List.of("\uDCCE clip 📎 \uD83D"))).containsExactly(" clip 📎 ");
    }
}
