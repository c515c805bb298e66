package io.tickmark.scoping;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Proposes management's assertion with the three parts that a Type II report needs (AT-C 205), in our own words. */
@Component
class GiveAssertion implements TaskRules {

    private static final String ASSERTION = """
            Assertion of the management of %1$s

            We have prepared the description of our system for %2$s. We assert that:

            a. the description shows the system as it was designed and put to work throughout that period, measured against the description criteria;

            b. the controls stated in it were suitably designed throughout that period, so that our service commitments and system requirements would be met by the trust services criteria for %3$s if the controls worked as intended and if customers and subservice organisations applied the controls that we assumed of them;

            c. the controls stated in it worked as intended throughout that period, so that these commitments and requirements were met.
            """;

    private final EngagementWords words;

    GiveAssertion(EngagementWords words) {
        this.words = words;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId id = task.engagement();
        return Map.of("assertionText", ASSERTION.formatted(words.client(id), words.period(id), words.categories(id)));
    }
}
