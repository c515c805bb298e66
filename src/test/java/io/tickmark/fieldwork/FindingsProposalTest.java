package io.tickmark.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.engagement.Category;
import io.tickmark.scoping.ScopedCriterion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingsProposalTest {

    private static final List<ScopedCriterion> CRITERIA = Stream.of(
                    "CC1.1", "CC6.1", "CC6.2", "CC7.1", "CC8.1", "CC9.1")
            .map(id -> new ScopedCriterion(id, "Title", Category.SECURITY, true, ""))
            .toList();
    private static final List<ControlTestFacts> CLOSED =
            List.of(Facts.test("ACC-01", TestState.CLOSED, null, List.of(), Conclusion.EFFECTIVE));

    private static final int USUAL = 3;

    @Test
    void deviationsThatLeaveCriteriaMetAreNotMaterial() {
        var proposal = FindingsProposal.of(
                CLOSED, List.of(Facts.deviation("criterion-met", "CC6.1", "CC6.2")), CRITERIA, USUAL);
        assertThat(proposal).isEqualTo(new FindingsProposal(true, false, false, List.of()));
    }

    @Test
    void anUnmetCriterionIsMaterial() {
        var proposal = FindingsProposal.of(
                CLOSED, List.of(Facts.deviation("criterion-not-met", "CC6.2", "CC6.1")), CRITERIA, USUAL);
        assertThat(proposal).isEqualTo(new FindingsProposal(true, true, false, List.of("CC6.1", "CC6.2")));
    }

    @Test
    void moreThanAThirdOfTheCriteriaIsPervasive() {
        var proposal = FindingsProposal.of(
                CLOSED,
                List.of(
                        Facts.deviation("criterion-not-met", "CC6.1", "CC6.2"),
                        Facts.deviation("criterion-not-met", "CC6.2", "CC8.1")),
                CRITERIA,
                USUAL);
        assertThat(proposal.pervasive()).isTrue();
        assertThat(proposal.criteria()).containsExactly("CC6.1", "CC6.2", "CC8.1");
    }

    @Test
    void howMuchIsPervasiveTheFirmSettles() {
        var one = List.of(Facts.deviation("criterion-not-met", "CC6.1"));
        assertThat(FindingsProposal.of(CLOSED, one, CRITERIA, 1).pervasive()).isFalse();
        assertThat(FindingsProposal.of(CLOSED, one, CRITERIA, 1000).pervasive()).isTrue();
    }

    @Test
    void criteriaThatDoNotApplyDoNotCount() {
        List<ScopedCriterion> fewer = CRITERIA.stream()
                .map(c ->
                        new ScopedCriterion(c.id(), c.title(), c.category(), c.id().startsWith("CC6"), "None of ours"))
                .toList();
        var proposal =
                FindingsProposal.of(CLOSED, List.of(Facts.deviation("criterion-not-met", "CC8.1")), fewer, USUAL);
        assertThat(proposal.criteria()).isEmpty();
        assertThat(proposal.pervasive()).isFalse();
    }

    @Test
    void aTestThatCameToNoConclusionLeavesTheEvidenceInsufficient() {
        var withdrawn = List.of(Facts.test("ACC-01", TestState.WITHDRAWN, null, List.of(), null));
        assertThat(FindingsProposal.of(withdrawn, List.of(), CRITERIA, USUAL).sufficient())
                .isFalse();
    }
}
