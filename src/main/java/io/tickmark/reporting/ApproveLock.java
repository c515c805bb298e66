package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.EarlierAnswers;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The partner sees what was done to put the file in order. */
@Component
class ApproveLock implements TaskRules {

    private final EngagementFile file;
    private final Reports reports;

    ApproveLock(EngagementFile file, Reports reports) {
        this.file = file;
        this.reports = reports;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        return EarlierAnswers.keep(file.latest(task.engagement(), "AssembleFile"), List.of("assemblyNote"));
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<Refusal> refusals = new ArrayList<>(reports.notIssued(task.engagement(), "signature"));
        if (file.latest(task.engagement(), "AssembleFile").isEmpty()) {
            refusals.add(new Refusal("signature", "Nobody has assembled the file"));
        }
        return refusals;
    }
}
