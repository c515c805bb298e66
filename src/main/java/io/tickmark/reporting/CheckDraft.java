package io.tickmark.reporting;

import io.tickmark.kernel.Actor;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Management checks the facts of the newest draft. */
@Component
class CheckDraft implements TaskRules {

    private final Reports reports;

    CheckDraft(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return Map.of("files", reports.preview(task.engagement()));
    }
}
