package io.tickmark.reporting;

import static io.tickmark.reporting.ReportFixture.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.reporting.ReportContent.Judgement;
import org.junit.jupiter.api.Test;

class OpinionWordsTest {

    @Test
    void anUnmodifiedOpinionIsGivenOnEachSubject() {
        OpinionWords words = of(aReport().content());

        assertThat(words.heading()).isEqualTo("Opinion");
        assertThat(words.modified()).isFalse();
        assertThat(words.subjects()).hasSize(3).allSatisfy(subject -> assertThat(subject.sentence())
                .startsWith("In our opinion, in all material respects, ")
                .contains("throughout the period January 1, 2026 to June 30, 2026"));
    }

    @Test
    void onlyTheSubjectThatIsQualifiedCarriesTheException() {
        OpinionWords words =
                of(aReport().judged(Judgement.QUALIFIED, Judgement.QUALIFIED).content());

        assertThat(words.subjects().get(1).sentence()).doesNotContain("except for");
        assertThat(words.subjects().get(2).sentence())
                .startsWith("In our opinion, except for the effects of the matters described under “Basis for qualified"
                        + " opinion”, in all material respects, the controls set out in the description operated");
    }

    @Test
    void anAdverseOpinionDenies() {
        OpinionWords words =
                of(aReport().judged(Judgement.ADVERSE, Judgement.ADVERSE).content());

        assertThat(words.heading()).isEqualTo("Adverse opinion");
        assertThat(words.subjects().get(2).sentence()).contains("did not operate effectively");
    }

    @Test
    void aDisclaimerExpressesNoOpinion() {
        OpinionWords words =
                of(aReport().judged(Judgement.DISCLAIMER, Judgement.DISCLAIMER).content());

        assertThat(words.disclaimed()).isTrue();
        assertThat(words.subjects().get(2).sentence())
                .contains("we do not express an opinion on whether the controls")
                .doesNotContain("In our opinion");
    }

    @Test
    void complementaryControlsAreNamedOnlyWhereTheDesignReliesOnThem() {
        assertThat(of(aReport().content()).subjects().get(1).sentence())
                .contains("provided that the subservice organizations and user entities operated");
        assertThat(of(aReport().withoutSubservices().content())
                        .subjects()
                        .get(1)
                        .sentence())
                .contains("provided that user entities operated")
                .doesNotContain("subservice");
    }

    private static OpinionWords of(ReportContent content) {
        return new OpinionWords(content, new ReportWords(content));
    }
}
