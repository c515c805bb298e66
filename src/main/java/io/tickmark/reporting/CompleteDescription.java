package io.tickmark.reporting;

import io.tickmark.kernel.Actor;
import io.tickmark.scoping.EarlierAnswers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The description as it was written last, for the client to bring up to the period's end (DC 200). */
@Component
class CompleteDescription implements TaskRules {

    private static final List<String> PARTS = List.of(
            "services",
            "transactions",
            "commitments",
            "infrastructure",
            "software",
            "people",
            "procedures",
            "data",
            "incidents",
            "changes");

    private final EarlierAnswers earlier;

    CompleteDescription(EarlierAnswers earlier) {
        this.earlier = earlier;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return EarlierAnswers.keep(earlier.latest(task.engagement(), "CompleteDescription", "DescribeSystem"), PARTS);
    }
}
