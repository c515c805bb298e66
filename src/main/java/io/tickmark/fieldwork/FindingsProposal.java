package io.tickmark.fieldwork;

import io.tickmark.scoping.ScopedCriterion;
import java.util.List;

/**
 * What the facts alone suggest that the findings add up to; the manager decides with a reason (AT-C 205).
 *
 * @param criteria ids of the criteria that a deviation leaves unmet, in catalogue order
 */
record FindingsProposal(boolean sufficient, boolean material, boolean pervasive, List<String> criteria) {

    /** @param pervasiveBeyondOneIn of the criteria that apply: what leaves more of them unmet reaches through the whole */
    static FindingsProposal of(
            List<ControlTestFacts> tests,
            List<DeviationFacts> deviations,
            List<ScopedCriterion> criteria,
            int pervasiveBeyondOneIn) {
        List<String> applicable = criteria.stream()
                .filter(ScopedCriterion::applicable)
                .map(ScopedCriterion::id)
                .toList();
        List<DeviationFacts> unmet =
                deviations.stream().filter(DeviationFacts::leavesCriterionUnmet).toList();
        List<String> affected = applicable.stream()
                .filter(id -> unmet.stream()
                        .anyMatch(deviation -> deviation.criteria().contains(id)))
                .toList();
        return new FindingsProposal(
                tests.stream().allMatch(FindingsProposal::isEvidenced),
                !unmet.isEmpty(),
                affected.size() * pervasiveBeyondOneIn > applicable.size(),
                affected);
    }

    /** An observation leaves no document, so what counts is that a conclusion was reviewed. */
    private static boolean isEvidenced(ControlTestFacts test) {
        return test.state() == TestState.CLOSED && test.conclusion() != null;
    }
}
