package io.tickmark.fieldwork;

import io.tickmark.binder.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in a workpaper, so that somebody who was not there can repeat the test; empty parts are left out. */
final class PaperParts {

    private final List<Paper.Part> parts = new ArrayList<>();

    private PaperParts() {}

    static List<Paper.Part> of(ControlTestFacts test, @Nullable DeviationFacts deviation) {
        PaperParts paper = new PaperParts();
        paper.test(test);
        if (deviation != null) {
            paper.deviation(deviation);
        }
        paper.add("The reviewer's note", test.reviewNote());
        return paper.parts;
    }

    private void test(ControlTestFacts test) {
        add("Occurrences in the period", test.population());
        test.samples().forEach(sample -> add("Sample", sample(sample)));
        add("Inquiry", test.inquiry());
        add("How it was tested", test.procedure());
        add("What was done", test.performed());
        add("Items tested", test.itemsTested());
        add("Items that failed", test.itemsFailed());
        add("What failed", test.failedAttribute());
        add("Cause", test.cause());
        add("Extent", test.extent());
        add("Proof that nothing occurred", test.nilProof());
    }

    private void deviation(DeviationFacts deviation) {
        String name = "Deviation " + deviation.reference();
        String effect = deviation.effect();
        add(name + ": criteria", String.join(", ", deviation.criteria()));
        add(name + ": effect", effect == null ? null : effect.replace('-', ' '));
        add(name + ": evaluation", deviation.evaluation());
        add(name + ": compensating controls", deviation.compensatingControls());
        add(name + ": management's response, not examined", deviation.managementResponse());
        add(name + ": corrective action", deviation.correctiveAction());
        add(name + ": corrected by", deviation.correctiveDue());
    }

    /** With what it takes to draw the same again (docs/sampling.md). */
    private static String sample(SampleFacts sample) {
        return sample.size() + " of " + sample.population() + ", "
                + sample.frequency().replace('_', ' ') + ", "
                + sample.riskLevel() + " risk, drawn " + sample.selectedAt() + " with the seed " + sample.seed() + ":\n"
                + sample.items().stream().map(sample::label).collect(Collectors.joining("\n"));
    }

    private void add(String label, @Nullable Object text) {
        if (text != null && !text.toString().isBlank()) {
            parts.add(new Paper.Part(label, text.toString()));
        }
    }
}
