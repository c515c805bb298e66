package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.fieldwork.DeviationFacts;
import io.tickmark.reporting.ReportContent.Attestation;
import io.tickmark.reporting.ReportContent.Judgement;
import io.tickmark.reporting.ReportContent.Opinion;
import io.tickmark.scoping.ScopedCriterion;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The opinion that the partner decided, and what it rests on.
 *
 * @param basis empty when the opinion is not modified
 * @param emphasis empty for none
 * @param criteria ids of the criteria that are not met
 */
record DecidedOpinion(Judgement overall, String basis, String emphasis, List<String> criteria) {

    DecidedOpinion {
        criteria = overall == Judgement.UNMODIFIED ? List.of() : List.copyOf(criteria);
    }

    boolean modified() {
        return overall != Judgement.UNMODIFIED;
    }

    /**
     * As the report gives it for each subject matter. What the tests of a Type II examination find is a failure to
     * operate, what a Type I finds a failure of design; without enough evidence nothing can be said of any subject
     * matter (AT-C 205).
     */
    Opinion of(Attestation attestation) {
        Judgement others = overall == Judgement.DISCLAIMER ? overall : Judgement.UNMODIFIED;
        boolean typeTwo = attestation == Attestation.TYPE_II;
        return new Opinion(
                overall,
                others,
                typeTwo ? others : overall,
                typeTwo ? overall : null,
                nullIfEmpty(basis),
                nullIfEmpty(emphasis),
                criteria);
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A paragraph for the partner to work on, out of the deviations that leave a criterion unmet. */
    static String proposedBasis(
            List<DeviationFacts> deviations, List<String> criteria, String evaluation, EngagementFacts engagement) {
        List<DeviationFacts> unmet =
                deviations.stream().filter(DeviationFacts::leavesCriterionUnmet).toList();
        String facts = unmet.stream()
                .map(deviation -> "Control " + deviation.control() + " (" + deviation.controlTitle() + ")"
                        + (engagement.atOneDate() ? unsuitable(deviation) : failed(deviation)))
                .collect(Collectors.joining("\n\n"));
        String effect = criteria.isEmpty()
                ? ""
                : "As a result, these " + OpinionWords.measures(engagement) + " were not met: "
                        + String.join(", ", criteria) + ".";
        String text = String.join("\n\n", facts, effect).strip();
        return text.isEmpty() ? evaluation : text;
    }

    /** The same for everybody: what was not met, and nothing of the controls and tests that showed it. */
    static String proposedPublicBasis(List<ScopedCriterion> criteria, List<String> notMet) {
        String named = criteria.stream()
                .filter(criterion -> notMet.contains(criterion.id()))
                .map(criterion -> criterion.title() + " (" + criterion.id() + ")")
                .collect(Collectors.joining("; "));
        return named.isEmpty()
                ? "Sufficient evidence for an opinion could not be obtained."
                : "Controls did not meet these criteria: " + named + ".";
    }

    private static String failed(DeviationFacts deviation) {
        return " did not operate as described: " + ended(deviation.failedAttribute()) + " Of "
                + deviation.itemsTested() + " items tested, " + deviation.itemsFailed() + " failed ("
                + deviation.reference() + ").";
    }

    private static String unsuitable(DeviationFacts deviation) {
        return " was not suitably designed, or not in place as described: " + ended(deviation.failedAttribute()) + " ("
                + deviation.reference() + ")";
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
