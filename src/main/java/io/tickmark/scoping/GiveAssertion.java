package io.tickmark.scoping;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Proposes management's assertion, see {@link AssertionText}. */
@Component
class GiveAssertion implements TaskRules {

    private final EngagementWords words;

    GiveAssertion(EngagementWords words) {
        this.words = words;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        EngagementId id = task.engagement();
        return Map.of("assertionText", AssertionText.of(words.lead(id), words.client(id), words.categories(id)));
    }
}
