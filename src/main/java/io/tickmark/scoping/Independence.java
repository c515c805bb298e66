package io.tickmark.scoping;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.engagement.Team;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import io.tickmark.workflow.OpenTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the auditors said of their independence: before acceptance, and again at the report's date (AT-C 105). Each task
 * of a phrase is one auditor's, and nobody confirms for another.
 */
@Component
public class Independence {

    /** The phrase of the tasks that ask first: before acceptance, or when joining. */
    public static final String FIRST = "ConfirmIndependence";

    /** The phrase of the tasks that ask once more, before the report is dated. */
    public static final String AGAIN = "ReconfirmIndependence";

    private final Team team;
    private final EngagementFile file;
    private final People people;

    Independence(Team team, EngagementFile file, People people) {
        this.team = team;
        this.file = file;
        this.people = people;
    }

    /** Whose turn the task is: of the parallel ones each auditor has one, and who joins later has his own. */
    public @Nullable PersonId turn(OpenTask task) {
        String joined = task.get(JoiningProcess.AUDITOR_ID);
        if (joined != null) {
            return PersonId.of(joined);
        }
        List<PersonId> auditors = team.auditors(task.engagement());
        int turn = Math.max(task.loopCounter(), 0);
        return turn < auditors.size() ? auditors.get(turn) : null;
    }

    /** Refuses, at the field {@code independence}, whoever is no auditor here or takes another's turn. */
    public List<Refusal> refusals(OpenTask task, Actor actor) {
        List<PersonId> auditors = team.auditors(task.engagement());
        if (!auditors.contains(actor.id())) {
            return refusal("Only the auditors of this engagement confirm here");
        }
        Set<PersonId> done = confirmations(task.engagement(), task.phrase()).keySet();
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

    /** The newest answer of each person to tasks of this phrase, those who left the team included. */
    public Map<PersonId, TaskRecord> confirmations(EngagementId engagement, String phrase) {
        Map<PersonId, TaskRecord> newest = new LinkedHashMap<>();
        file.all(engagement, phrase).forEach(record -> newest.put(record.person(), record));
        return newest;
    }

    /** Auditors of today's team who have not said, in a task of this phrase, that they are independent. */
    public List<PersonId> missing(EngagementId engagement, String phrase) {
        Map<PersonId, TaskRecord> given = confirmations(engagement, phrase);
        return team.auditors(engagement).stream()
                .filter(person -> !isIndependent(given, person))
                .toList();
    }

    private static boolean isIndependent(Map<PersonId, TaskRecord> given, PersonId person) {
        TaskRecord record = given.get(person);
        return record != null && record.answers().text("independence").equals("independent");
    }
}
