package io.tickmark.fieldwork;

import static io.tickmark.fieldwork.Conclusion.DEVIATION;
import static io.tickmark.fieldwork.Conclusion.EFFECTIVE;
import static io.tickmark.fieldwork.Conclusion.NO_OCCURRENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkpaperRulesTest {

    @Test
    void aWholeSampleIsEffective() {
        assertThat(fields(aTest(40, 10), paper(EFFECTIVE, 10, null), true)).isEmpty();
        assertThat(fields(aTest(null, 0), paper(EFFECTIVE, 1, null), true)).isEmpty();
    }

    @Test
    void nothingTestedIsNotEffective() {
        assertThat(fields(aTest(null, 0), paper(EFFECTIVE, 0, null), true)).containsExactly("itemsTested");
    }

    @Test
    void aPartOfTheSampleIsNotEffective() {
        assertThat(fields(aTest(40, 10), paper(EFFECTIVE, 9, null), true)).containsExactly("itemsTested");
    }

    @Test
    void moreThanThePopulationCannotBeTested() {
        assertThat(fields(aTest(4, 2), paper(EFFECTIVE, 5, null), true)).containsExactly("itemsTested");
    }

    @Test
    void inquiryAloneIsNotEnough() {
        assertThat(fields(aTest(null, 0), paper(EFFECTIVE, 1, null), false)).containsExactly("workpapers");
    }

    @Test
    void aControlThatNeverHadToOperateIsNotEffective() {
        assertThat(fields(aTest(0, 0), paper(EFFECTIVE, 0, null), true)).containsExactly("conclusion");
        assertThat(fields(aTest(0, 0), paper(DEVIATION, 1, 1), true)).containsExactly("conclusion");
        assertThat(fields(aTest(0, 0), paper(NO_OCCURRENCE, 0, null), true)).isEmpty();
    }

    @Test
    void occurrencesCannotBeConcludedAway() {
        assertThat(fields(aTest(3, 3), paper(NO_OCCURRENCE, 0, null), true)).containsExactly("conclusion");
    }

    @Test
    void whereNothingOccurredNothingIsTested() {
        assertThat(fields(aTest(null, 0), paper(NO_OCCURRENCE, 1, null), true)).containsExactly("itemsTested");
    }

    @Test
    void noMoreItemsFailThanWereTested() {
        assertThat(fields(aTest(40, 10), paper(DEVIATION, 3, 4), true)).containsExactly("itemsFailed");
        assertThat(fields(aTest(40, 10), paper(DEVIATION, 3, 3), true)).isEmpty();
    }

    @Test
    void atOneDateNobodyWaitsForAnOccurrence() {
        assertThat(WorkpaperRules.refusals(aTest(null, 0), paper(NO_OCCURRENCE, 0, null), true, true))
                .extracting(Refusal::field)
                .containsExactly("conclusion");
        assertThat(WorkpaperRules.refusals(aTest(null, 0), paper(EFFECTIVE, 1, null), true, true))
                .isEmpty();
    }

    private static List<String> fields(ControlTestFacts test, Workpaper paper, boolean evidenced) {
        return WorkpaperRules.refusals(test, paper, evidenced, false).stream()
                .map(Refusal::field)
                .toList();
    }

    private static Workpaper paper(Conclusion conclusion, int tested, @Nullable Integer failed) {
        return new Workpaper("Asked", "inspection", "Looked", tested, conclusion, failed, "", "", "isolated", "");
    }

    private static ControlTestFacts aTest(@Nullable Integer population, int sampled) {
        List<SampleFacts> samples = sampled == 0
                ? List.of()
                : List.of(new SampleFacts(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        population == null ? sampled : population,
                        "daily",
                        "low",
                        "0123456789abcdef",
                        IntStream.rangeClosed(1, sampled).boxed().toList(),
                        Instant.EPOCH,
                        1,
                        null,
                        null));
        return Facts.test("ACC-01", TestState.OPEN, population, samples, null);
    }
}
