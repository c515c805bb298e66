package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.kernel.Actor;
import io.tickmark.scoping.EarlierAnswers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The manager answers what management said of the newest draft. */
@Component
class AnswerComments implements TaskRules {

    private final EngagementFile file;

    AnswerComments(EngagementFile file) {
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return EarlierAnswers.keep(
                file.latest(task.engagement(), "CheckDraft"), List.of("draftDecision", "factualComments"));
    }
}
