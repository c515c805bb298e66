package io.tickmark.scoping;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task in which one auditor confirms independence; nobody confirms for another, also when the team changes. */
public abstract class OwnConfirmation implements TaskRules {

    private final Independence independence;

    protected OwnConfirmation(Independence independence) {
        this.independence = independence;
    }

    @Override
    public final @Nullable PersonId assignee(OpenTask task) {
        return independence.turn(task);
    }

    @Override
    public final List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return independence.refusals(task, actor);
    }
}
