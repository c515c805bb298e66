package io.tickmark.scoping;

import io.tickmark.engagement.EngagementFile;
import io.tickmark.engagement.TaskRecord;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the auditors said of their independence before acceptance (AT-C 105). */
@Component
class Independence {

    private final Team team;
    private final EngagementFile file;

    Independence(Team team, EngagementFile file) {
        this.team = team;
        this.file = file;
    }

    /** The newest confirmation of each person who gave one, those who left the team included. */
    Map<PersonId, TaskRecord> confirmations(EngagementId engagement) {
        Map<PersonId, TaskRecord> newest = new LinkedHashMap<>();
        file.all(engagement, "ConfirmIndependence").forEach(record -> newest.put(record.person(), record));
        return newest;
    }

    /** Auditors of today's team who have not said that they are independent. */
    List<PersonId> missing(EngagementId engagement) {
        Map<PersonId, TaskRecord> given = confirmations(engagement);
        return team.auditors(engagement).stream()
                .filter(person -> !isIndependent(given, person))
                .toList();
    }

    private static boolean isIndependent(Map<PersonId, TaskRecord> given, PersonId person) {
        TaskRecord record = given.get(person);
        return record != null && record.answers().text("independence").equals("independent");
    }
}
