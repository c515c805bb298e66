package io.tickmark.description;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionTest {

    @Test
    void theSameWordsAreFoundWhateverTheirCaseAndSpace() {
        assertThat(Mention.isIn("We use  CLOUDHARBOR\nLLC for hosting", "Cloudharbor LLC"))
                .isTrue();
        assertThat(Mention.isIn("Remove leavers, in time", "Remove leavers.")).isTrue();
        assertThat(Mention.isIn("Ausfall der ÖBB", "öbb")).isTrue();
        assertThat(Mention.isIn("CC6.4 does not apply", "CC6.4")).isTrue();
    }

    @Test
    void aPartOfAWordIsNone() {
        assertThat(Mention.isIn("Also used", "Al")).isFalse();
        assertThat(Mention.isIn("CC6.41", "CC6.4")).isFalse();
        assertThat(Mention.isIn("", "Cloudharbor")).isFalse();
        assertThat(Mention.isIn("a.b", "a?b")).isFalse();
    }

    @Test
    void whatIsBlankIsNamedByEveryText() {
        assertThat(Mention.isIn("", " ")).isTrue();
    }
}
