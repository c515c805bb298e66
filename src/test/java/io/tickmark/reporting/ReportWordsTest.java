package io.tickmark.reporting;

import static io.tickmark.reporting.ReportFixture.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tickmark.reporting.ReportContent.Deviation;
import io.tickmark.reporting.ReportContent.Judgement;
import io.tickmark.reporting.ReportContent.Opinion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportWordsTest {

    private final ReportWords words = new ReportWords(aReport().withDeviations().content());

    @Test
    void aDeviationIsListedOnceWithAllItsCriteria() {
        assertThat(words.deviations()).hasSize(2);
        assertThat(words.deviations().get(0).criteria()).containsExactly("CC6.2", "CC6.3");
    }

    @Test
    void aControlUnderTwoCriteriaCountsOnce() {
        assertThat(words.controls()).isEqualTo(5);
    }

    @Test
    void listsReadAsASentence() {
        assertThat(words.list(List.of("a"))).isEqualTo("a");
        assertThat(words.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(words.list(List.of("a", "b", "c"))).isEqualTo("a, b, and c");
    }

    @Test
    void aBlankLineStartsAParagraph() {
        assertThat(words.paragraphs("one\nline\r\n\r\n \n two ")).containsExactly("one line", "two");
        assertThat(words.paragraphs(null)).isEmpty();
    }

    @Test
    void aNameIsCutBetweenCharactersNeverInside() {
        assertThat(words.shortened("🔐🔐🔐🔐", 3)).isEqualTo("🔐🔐…");
        assertThat(words.shortened("abc", 3)).isEqualTo("abc");
    }

    @Test
    void whatNoReportCouldSayIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Deviation("D-1", "", 6, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Opinion(
                        Judgement.QUALIFIED,
                        Judgement.UNMODIFIED,
                        Judgement.UNMODIFIED,
                        Judgement.QUALIFIED,
                        null,
                        null,
                        List.of()))
                .withMessageContaining("basis");
    }
}
