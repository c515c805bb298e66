package io.tickmark.reporting;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A file with something half done in it is not complete. */
@Component
class AssembleFile implements TaskRules {

    private final OpenEnds openEnds;
    private final Reports reports;

    AssembleFile(OpenEnds openEnds, Reports reports) {
        this.openEnds = openEnds;
        this.reports = reports;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<Refusal> refusals = new ArrayList<>(openEnds.refusals(task.engagement()));
        refusals.addAll(reports.notIssued(task.engagement(), "completeness"));
        return refusals;
    }
}
