package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.kernel.Actor;
import io.tickmark.scoping.EarlierAnswers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The partner sees what was done to put the file in order. */
@Component
class ApproveLock implements TaskRules {

    private final EngagementFile file;

    ApproveLock(EngagementFile file) {
        this.file = file;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return EarlierAnswers.keep(file.latest(task.engagement(), "AssembleFile"), List.of("assemblyNote"));
    }
}
