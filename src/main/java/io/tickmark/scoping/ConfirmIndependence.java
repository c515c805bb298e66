package io.tickmark.scoping;

import io.tickmark.engagement.Team;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.Answers;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Nobody confirms for another: each of the parallel tasks is one auditor's, also when the team changes meanwhile. */
@Component
class ConfirmIndependence implements TaskRules {

    private final Team team;
    private final Independence independence;
    private final People people;

    ConfirmIndependence(Team team, Independence independence, People people) {
        this.team = team;
        this.independence = independence;
        this.people = people;
    }

    @Override
    public @Nullable PersonId assignee(OpenTask task) {
        List<PersonId> auditors = team.auditors(task.engagement());
        int turn = Math.max(task.loopCounter(), 0);
        return turn < auditors.size() ? auditors.get(turn) : null;
    }

    @Override
    public List<Refusal> validate(OpenTask task, Actor actor, Answers answers) {
        List<PersonId> auditors = team.auditors(task.engagement());
        if (!auditors.contains(actor.id())) {
            return refusal("Only the auditors of this engagement confirm here");
        }
        Set<PersonId> done = independence.confirmations(task.engagement()).keySet();
        List<String> waiting = auditors.stream()
                .filter(person -> !done.contains(person))
                .map(people::name)
                .toList();
        return done.contains(actor.id()) && !waiting.isEmpty()
                ? refusal("You have answered already; this one is for " + String.join(" or ", waiting))
                : List.of();
    }

    private static List<Refusal> refusal(String message) {
        return List.of(new Refusal("independence", message));
    }
}
