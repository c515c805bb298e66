package io.tickmark.engagement;

import static io.tickmark.engagement.Roles.AUDIT_SIDE;
import static io.tickmark.engagement.Roles.AUDIT_TEAM;

import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds which role in an engagement; every query for what a person may see joins these rows. */
@Component
public class Team {

    private final JdbcClient database;

    Team(JdbcClient database) {
        this.database = database;
    }

    /** The holders of each named role, without stand-ins; roles and people in a stable order. */
    public Map<String, List<PersonId>> holders(EngagementId engagement) {
        Map<String, List<PersonId>> team = new LinkedHashMap<>();
        Roles.ALL.forEach(role -> {
            List<PersonId> people = holders(engagement, role);
            if (!people.isEmpty()) {
                team.put(role, people);
            }
        });
        return team;
    }

    /** Who holds a role by name; stand-ins are not among them. */
    public List<PersonId> holders(EngagementId engagement, String role) {
        return people("role_name = ? and stand_in = false", engagement, role);
    }

    /** Who may act in a role: its holders, or the stand-ins of a role without one. */
    public List<PersonId> candidates(EngagementId engagement, String role) {
        return people("role_name = ?", engagement, role);
    }

    /** Everybody of the audit side, the quality reviewer included, in a stable order. */
    public List<PersonId> auditors(EngagementId engagement) {
        return candidates(engagement, AUDIT_TEAM);
    }

    /** The roles a person may act in, stand-in roles included; empty when not of the team. */
    public Set<String> roles(EngagementId engagement, PersonId person) {
        return new LinkedHashSet<>(database.sql(
                        "select role_name from team_member where engagement_id = ? and person_id = ? order by role_name")
                .params(engagement.toString(), person.toString())
                .query(String.class)
                .list());
    }

    public boolean mayAct(EngagementId engagement, PersonId person, String role) {
        return roles(engagement, person).contains(role);
    }

    /** Whether everybody keeps every role he had. */
    static boolean keeps(Map<String, List<PersonId>> before, Map<String, ? extends Collection<PersonId>> after) {
        return before.entrySet().stream()
                .allMatch(role -> after.containsKey(role.getKey())
                        && after.get(role.getKey()).containsAll(role.getValue()));
    }

    void set(EngagementId engagement, Map<String, ? extends Collection<PersonId>> team) {
        database.sql("delete from team_member where engagement_id = ?")
                .param(engagement.toString())
                .update();
        Set<PersonId> auditors = new LinkedHashSet<>();
        team.forEach((role, people) -> {
            people.forEach(person -> add(engagement, role, person, false));
            if (AUDIT_SIDE.contains(role)) {
                auditors.addAll(people);
            }
        });
        auditors.forEach(person -> add(engagement, AUDIT_TEAM, person, false));
        Roles.STAND_INS.forEach((role, above) -> {
            if (!team.containsKey(role) || team.get(role).isEmpty()) {
                Set<PersonId> standIns = new LinkedHashSet<>();
                above.forEach(higher -> standIns.addAll(team.containsKey(higher) ? team.get(higher) : List.of()));
                standIns.forEach(person -> add(engagement, role, person, true));
            }
        });
    }

    private void add(EngagementId engagement, String role, PersonId person, boolean standIn) {
        database.sql("insert into team_member (engagement_id, role_name, person_id, stand_in) values (?, ?, ?, ?)")
                .params(engagement.toString(), role, person.toString(), standIn)
                .update();
    }

    private List<PersonId> people(String which, EngagementId engagement, String role) {
        return database
                .sql("select person_id from team_member where engagement_id = ? and " + which + " order by person_id")
                .params(engagement.toString(), role)
                .query(String.class)
                .list()
                .stream()
                .map(id -> new PersonId(UUID.fromString(id)))
                .toList();
    }
}
