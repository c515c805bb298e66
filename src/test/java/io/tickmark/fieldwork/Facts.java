package io.tickmark.fieldwork;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about tests and deviations as other code would read them, for rules that need no database. */
final class Facts {

    private Facts() {}

    static ControlTestFacts test(
            String control,
            TestState state,
            @Nullable Integer population,
            List<SampleFacts> samples,
            @Nullable Conclusion conclusion) {
        return new ControlTestFacts(
                UUID.randomUUID(),
                control,
                "A control",
                0,
                1,
                state,
                population,
                samples,
                null,
                null,
                null,
                null,
                null,
                conclusion,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                0);
    }

    static DeviationFacts deviation(String effect, String... criteria) {
        return new DeviationFacts(
                UUID.randomUUID(),
                "D-1",
                UUID.randomUUID(),
                "ACC-01",
                "A control",
                List.of(criteria),
                DeviationState.EVALUATED,
                "Approval was late",
                10,
                1,
                "Haste",
                "isolated",
                effect,
                "",
                "",
                null,
                null,
                null);
    }
}
