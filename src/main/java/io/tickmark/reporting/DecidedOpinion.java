package io.tickmark.reporting;

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
 * @param concerns the subject matters that a modification concerns, of {@link #CONCERNS}; empty for the usual one
 */
record DecidedOpinion(Judgement overall, String basis, String emphasis, List<String> criteria, List<String> concerns) {

    /** The subject matters of an examination; there is no operation at one date. */
    static final List<String> CONCERNS = List.of("description", "design", "operation");

    DecidedOpinion {
        criteria = overall == Judgement.UNMODIFIED ? List.of() : List.copyOf(criteria);
        concerns = List.copyOf(concerns);
    }

    DecidedOpinion(Judgement overall, String basis, String emphasis, List<String> criteria) {
        this(overall, basis, emphasis, criteria, List.of());
    }

    boolean modified() {
        return overall != Judgement.UNMODIFIED;
    }

    /**
     * As the report gives it for each subject matter. Where the partner did not say which, what the tests of a Type II
     * find is a failure to operate, what a Type I finds a failure of design; without enough evidence nothing can be said
     * of any subject matter (AT-C 205).
     */
    Opinion of(Attestation attestation) {
        boolean typeTwo = attestation == Attestation.TYPE_II;
        List<String> concerned = concerns.isEmpty() ? List.of(usualConcern(!typeTwo)) : concerns;
        return new Opinion(
                overall,
                judged("description", concerned),
                judged("design", concerned),
                typeTwo ? judged("operation", concerned) : null,
                nullIfEmpty(basis),
                nullIfEmpty(emphasis),
                criteria);
    }

    static String usualConcern(boolean atOneDate) {
        return atOneDate ? "design" : "operation";
    }

    private Judgement judged(String subject, List<String> concerned) {
        return overall == Judgement.DISCLAIMER || concerned.contains(subject) ? overall : Judgement.UNMODIFIED;
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A text for the partner to work on, out of the deviations that leave a criterion unmet; the report names those. */
    static String proposedBasis(List<DeviationFacts> deviations, String evaluation, boolean atOneDate) {
        List<DeviationFacts> unmet =
                deviations.stream().filter(DeviationFacts::leavesCriterionUnmet).toList();
        String facts = unmet.stream()
                .map(deviation -> "Control " + deviation.control() + " (" + deviation.controlTitle() + ")"
                        + (atOneDate ? unsuitable(deviation) : failed(deviation)))
                .collect(Collectors.joining("\n\n"));
        return facts.isEmpty() ? evaluation : facts;
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
                + deviation.itemsTested() + (deviation.itemsTested() == 1 ? " item tested, " : " items tested, ")
                + deviation.itemsFailed() + " failed ("
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
