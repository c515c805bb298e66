package io.tickmark.scoping;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.LinkedHashMap;
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
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("assertionText", AssertionText.of(words.lead(id), words.client(id), words.categories(id)));
        words.publicReportBeside(id).ifPresent(report -> {
            data.put("publicReport", true);
            data.put("publicAssertionText", AssertionText.of(report, words.client(id), words.categories(id)));
        });
        return data;
    }
}
