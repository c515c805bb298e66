package io.tickmark.fieldwork;

import static io.tickmark.fieldwork.Conclusion.DEVIATION;
import static io.tickmark.fieldwork.Conclusion.EFFECTIVE;
import static io.tickmark.fieldwork.Conclusion.NO_OCCURRENCE;

import io.tickmark.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a conclusion must rest on: occurrences where there were some, the whole sample, and more than inquiry. */
final class WorkpaperRules {

    private WorkpaperRules() {}

    /**
     * Refusals at the fields of the form.
     *
     * @param evidenced whether evidence was accepted for the control, or the auditor adds his own papers
     * @param atOneDate whether only design and implementation are examined (Type I)
     */
    static List<Refusal> refusals(ControlTestFacts test, Workpaper paper, boolean evidenced, boolean atOneDate) {
        if (atOneDate && paper.conclusion() == NO_OCCURRENCE) {
            return List.of(new Refusal(
                    "conclusion",
                    "A Type I asks whether the control is designed and in place, not whether it had to run: conclude"
                            + " on that"));
        }
        List<Refusal> refusals = new ArrayList<>();
        int tested = paper.itemsTested();
        int occurred = Objects.requireNonNullElse(test.population(), Integer.MAX_VALUE);
        if (paper.conclusion() == NO_OCCURRENCE) {
            noOccurrence(test, tested, refusals);
        } else if (occurred == 0) {
            refusals.add(new Refusal(
                    "conclusion", "The accepted population is empty: conclude that there was no occasion to run"));
        } else if (tested < 1) {
            refusals.add(new Refusal("itemsTested", "Test at least one item to come to this conclusion"));
        } else if (tested > occurred) {
            refusals.add(new Refusal("itemsTested", "The population has " + occurred + " items only"));
        }
        if (paper.conclusion() == EFFECTIVE) {
            effective(test, tested, evidenced, refusals);
        }
        if (paper.conclusion() == DEVIATION && Objects.requireNonNullElse(paper.itemsFailed(), 0) > tested) {
            refusals.add(new Refusal("itemsFailed", "Of " + tested + " items tested no more than these can fail"));
        }
        return refusals;
    }

    private static void noOccurrence(ControlTestFacts test, int tested, List<Refusal> refusals) {
        Integer population = test.population();
        if (population != null && population > 0) {
            refusals.add(new Refusal("conclusion", "The accepted population has " + population + " items: test them"));
        } else if (tested > 0) {
            refusals.add(new Refusal("itemsTested", "Where nothing occurred nothing is tested: enter 0"));
        }
    }

    private static void effective(ControlTestFacts test, int tested, boolean evidenced, List<Refusal> refusals) {
        int sampled = sampled(test);
        if (refusals.isEmpty() && tested < sampled) {
            refusals.add(new Refusal("itemsTested", "The sample has " + sampled + " items: test all of them"));
        }
        if (!evidenced) {
            refusals.add(new Refusal(
                    "workpapers",
                    "No evidence was accepted for this control. Add what you inspected or observed, since inquiry"
                            + " alone is not enough (AT-C 205)"));
        }
    }

    static int sampled(ControlTestFacts test) {
        return test.samples().stream().mapToInt(SampleFacts::size).sum();
    }
}
