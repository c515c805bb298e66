package io.tickmark.scoping;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Nobody confirms for another: each of the parallel tasks is one auditor's, also when the team changes meanwhile. */
@Component
class ConfirmIndependence implements TaskRules {

    /** As the file knows the tasks. */
    static final String PHRASE = "ConfirmIndependence";

    private final Independence independence;

    ConfirmIndependence(Independence independence) {
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
