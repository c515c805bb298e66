package io.tickmark.scoping;

import io.tickmark.kernel.Actor;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A renewal begins with last year's inventory. */
@Component
class RecordInventory implements TaskRules {

    private final EarlierAnswers earlier;

    RecordInventory(EarlierAnswers earlier) {
        this.earlier = earlier;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return EarlierAnswers.keep(earlier.latest(task.engagement(), "RecordInventory"), List.of("items"));
    }
}
