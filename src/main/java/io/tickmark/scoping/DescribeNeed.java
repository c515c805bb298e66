package io.tickmark.scoping;

import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.Actor;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Last year's need is this year's first guess. */
@Component
class DescribeNeed implements TaskRules {

    private final EarlierAnswers earlier;
    private final Engagements engagements;

    DescribeNeed(EarlierAnswers earlier, Engagements engagements) {
        this.earlier = earlier;
        this.engagements = engagements;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, Object> data = EarlierAnswers.keep(
                earlier.latest(task.engagement(), "DescribeNeed"),
                List.of("services", "readers", "financialReporting", "timeFrame"));
        var neededBy = engagements.facts(task.engagement()).neededBy();
        if (neededBy != null) {
            data.put("neededBy", neededBy);
        }
        return data;
    }
}
