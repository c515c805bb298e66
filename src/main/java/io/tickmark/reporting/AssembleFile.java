package io.tickmark.reporting;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import org.springframework.stereotype.Component;

/** A file with something half done in it is not complete. */
@Component
class AssembleFile implements TaskRules {

    private final OpenEnds openEnds;

    AssembleFile(OpenEnds openEnds) {
        this.openEnds = openEnds;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return openEnds.refusals(task.engagement());
    }
}
