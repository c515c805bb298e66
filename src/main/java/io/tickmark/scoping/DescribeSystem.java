package io.tickmark.scoping;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.kernel.Actor;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A renewal begins with the description that went into last year's report; incidents and changes begin anew. */
@Component
class DescribeSystem implements TaskRules {

    private static final List<String> LASTING = List.of(
            "services", "transactions", "commitments", "infrastructure", "software", "people", "procedures", "data");

    private final EarlierAnswers earlier;
    private final EngagementFile file;

    DescribeSystem(EarlierAnswers earlier, EngagementFile file) {
        this.earlier = earlier;
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Map<String, Object> data = EarlierAnswers.keep(
                earlier.latest(task.engagement(), "CompleteDescription", "DescribeSystem"), LASTING);
        if (!data.containsKey("services")) {
            file.latest(task.engagement(), "DescribeNeed")
                    .ifPresent(need -> data.put("services", need.answers().text("services")));
        }
        return data;
    }
}
