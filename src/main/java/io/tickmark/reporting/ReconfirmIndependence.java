package io.tickmark.reporting;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import io.tickmark.scoping.Independence;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each auditor confirms once more, for the whole engagement, before the report is dated. */
@Component
class ReconfirmIndependence implements TaskRules {

    /** As the file knows the tasks. */
    static final String PHRASE = "ReconfirmIndependence";

    private final Independence independence;

    ReconfirmIndependence(Independence independence) {
        this.independence = independence;
    }

    @Override
    public @Nullable PersonId assignee(OpenTask task) {
        return independence.turn(task);
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return independence.refusals(task, actor);
    }
}
