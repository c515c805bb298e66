package io.tickmark.engagement;

import static io.tickmark.engagement.Roles.AUDIT_SIDE;
import static io.tickmark.engagement.Roles.AUDIT_TEAM;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds which role in an engagement; every query for what a person may see joins these rows. */
@Component
public class Team {

    static final Set<String> INSIDERS = Set.of(
            Roles.PARTNER, Roles.MANAGER, Roles.SENIOR, Roles.STAFF, Roles.QUALITY_REVIEWER, Roles.PROJECT_MANAGER);

    private final JdbcClient database;
    private final RoleTable roles;

    Team(JdbcClient database, RoleTable roles) {
        this.database = database;
        this.roles = roles;
    }

    /** The holders of each named role, without stand-ins; roles and people in a stable order. */
    public Map<String, List<PersonId>> holders(EngagementId engagement) {
        Map<String, List<PersonId>> team = new LinkedHashMap<>();
        Map<String, List<PersonId>> held = new TreeMap<>();
        database.sql("select role_name, person_id from team_member where engagement_id = ? and stand_in = false"
                        + " and role_name <> '" + AUDIT_TEAM + "' order by person_id")
                .param(engagement.toString())
                .query(row -> {
                    held.computeIfAbsent(row.getString("role_name"), role -> new ArrayList<>())
                            .add(PersonId.of(row.getString("person_id")));
                });
        Roles.ALL.stream().filter(held::containsKey).forEach(role -> team.put(role, held.get(role)));
        held.forEach(team::putIfAbsent);
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
        Map<String, List<String>> standIns = new LinkedHashMap<>(Roles.STAND_INS);
        Set<String> firm = new LinkedHashSet<>(AUDIT_SIDE);
        roles.added().forEach(role -> {
            standIns.put(role.key(), role.standIns());
            if (role.side() == Side.FIRM) {
                firm.add(role.key());
            }
        });
        Set<PersonId> auditors = new LinkedHashSet<>();
        team.forEach((role, people) -> {
            people.forEach(person -> add(engagement, role, person, false));
            if (firm.contains(role)) {
                auditors.addAll(people);
            }
        });
        auditors.forEach(person -> add(engagement, AUDIT_TEAM, person, false));
        standIns.forEach((role, above) -> {
            if (!team.containsKey(role) || team.get(role).isEmpty()) {
                Set<PersonId> persons = new LinkedHashSet<>();
                above.forEach(higher -> persons.addAll(team.containsKey(higher) ? team.get(higher) : List.of()));
                persons.forEach(person -> add(engagement, role, person, true));
            }
        });
    }

    /** Has the stand-ins of a role that is new act in each engagement, the running ones too; nobody holds it yet. */
    void standIn(String role) {
        database.sql("insert into team_member (engagement_id, role_name, person_id, stand_in)"
                        + " select distinct m.engagement_id, s.role_key, m.person_id, true from team_member m"
                        + " join team_role_stand_in s on s.stand_in = m.role_name"
                        + " where s.role_key = ? and m.stand_in = false")
                .param(role)
                .update();
    }

    /** Nobody stands in for the role any more. */
    void standDown(String role) {
        database.sql("delete from team_member where role_name = ? and stand_in = true")
                .param(role)
                .update();
    }

    /**
     * Whether a person of the firm may look into the engagement beyond his own tasks: by a function, or by a role of
     * the team that is more than one added without that right. Never anybody of a client.
     */
    public boolean looksInside(Actor actor, EngagementId engagement) {
        return actor.ofTheFirm()
                && (Visibility.byFunction(actor) || holdsOneThatSees(engagement, actor.id(), INSIDERS));
    }

    /** Whether a person may read the engagement's workpapers; never anybody of a client. */
    public boolean readsWorkpapers(Actor actor, EngagementId engagement) {
        return actor.ofTheFirm()
                && (actor.may(Roles.PARTNER)
                        || actor.may(Roles.MANAGER)
                        || holdsOneThatSees(engagement, actor.id(), AUDIT_SIDE));
    }

    /**
     * What a person is in all engagements at once.
     *
     * @param byFunction whether he sees, without being of their teams, every engagement of the firm, or of his client
     * @param roles the roles he may act in, stand-in roles included, by engagement
     * @param inside where a role lets him look beyond his own tasks; never of a client's person
     */
    public record Standing(boolean byFunction, Map<EngagementId, Set<String>> roles, Set<EngagementId> inside) {}

    /** One statement, however many engagements there are. */
    public Standing standing(Actor actor) {
        Map<EngagementId, Set<String>> held = new LinkedHashMap<>();
        Set<EngagementId> inside = new LinkedHashSet<>();
        database.sql("select m.engagement_id, m.role_name, r.sees_workpapers from team_member m"
                        + " left join team_role r on r.role_key = m.role_name where m.person_id = ?")
                .param(actor.id().toString())
                .query(row -> {
                    EngagementId engagement = EngagementId.of(row.getString("engagement_id"));
                    String role = row.getString("role_name");
                    held.computeIfAbsent(engagement, e -> new LinkedHashSet<>()).add(role);
                    if (actor.ofTheFirm() && (INSIDERS.contains(role) || row.getBoolean("sees_workpapers"))) {
                        inside.add(engagement);
                    }
                });
        return new Standing(Visibility.byFunction(actor), held, inside);
    }

    private boolean holdsOneThatSees(EngagementId engagement, PersonId person, Set<String> shipped) {
        return database.sql("select count(*) from team_member m left join team_role r on r.role_key = m.role_name"
                                + " where m.engagement_id = :engagement and m.person_id = :person"
                                + " and (m.role_name in (:shipped) or r.sees_workpapers = true)")
                        .param("engagement", engagement.toString())
                        .param("person", person.toString())
                        .param("shipped", shipped)
                        .query(Integer.class)
                        .single()
                > 0;
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
