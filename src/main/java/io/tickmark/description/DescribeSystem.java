package io.tickmark.description;

import io.tickmark.kernel.Actor;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A renewal begins with the description that went into last year's report; incidents and changes begin anew. */
@Component
class DescribeSystem implements TaskRules {

    private final SystemDescription description;

    DescribeSystem(SystemDescription description) {
        this.description = description;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return description.proposed(task.engagement());
    }

    @Override
    public void submit(OpenTask task, Actor actor, Answers answers) {
        description.answered(task.engagement(), task.phrase(), actor, answers);
    }
}
