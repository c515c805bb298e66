package io.tickmark.workflow;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules of one user task beyond its form. The class is named by the task's phrase: {@code ReviewEvidence} serves
 * {@code UserTask_ReviewEvidence} in whichever model it stands. A task without such a class is complete all the same.
 */
public interface TaskRules {

    /** What the form shows or proposes, as values that become JSON; runs for whoever opens the task. */
    default Map<String, ?> prefill(OpenTask task, Actor actor) {
        return Map.of();
    }

    /** Rules that reach further than a form can; an empty list takes the answers. */
    default List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        return List.of();
    }

    /** Puts the answers into our tables; same transaction as the completion, the trail entry and what follows. */
    default void submit(OpenTask task, Actor actor, Answers answers) {}

    /** What the task is about, or null where it is the engagement as a whole. Asked once, when the task opens. */
    default @Nullable TaskSubject subject(OpenTask task) {
        return null;
    }

    /** The one person this task is for, or null for whoever holds its role. */
    default @Nullable PersonId assignee(OpenTask task) {
        return null;
    }
}
