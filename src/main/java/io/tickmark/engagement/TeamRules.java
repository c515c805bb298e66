package io.tickmark.engagement;

import static io.tickmark.engagement.Roles.QUALITY_REVIEWER;
import static io.tickmark.engagement.Roles.SENIOR;
import static io.tickmark.engagement.Roles.STAFF;

import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who may hold which role together with which: separation of duties at the level of the team. */
@Component
class TeamRules {

    private final People people;
    private final RoleTable roles;

    TeamRules(People people, RoleTable roles) {
        this.people = people;
        this.roles = roles;
    }

    /** @param before who holds what by now: whoever has a retired role may keep it */
    List<Refusal> refusals(ClientId client, Map<String, List<PersonId>> team, Map<String, List<PersonId>> before) {
        Map<String, TeamRole> known = roles.all().stream().collect(Collectors.toMap(TeamRole::key, role -> role));
        List<Refusal> refusals = new ArrayList<>();
        for (String role : Roles.REQUIRED) {
            if (team.getOrDefault(role, List.of()).isEmpty()) {
                refusals.add(new Refusal("team." + role, "Name at least one person as " + role));
            }
        }
        team.forEach((name, holders) -> {
            TeamRole role = known.get(name);
            if (role == null) {
                refusals.add(new Refusal(
                        "team." + name, "There is no role '" + name + "'; roles are " + new TreeSet<>(known.keySet())));
            } else {
                if (role.retired() && !before.getOrDefault(name, List.of()).containsAll(holders)) {
                    refusals.add(new Refusal("team." + name, "The role '" + name + "' is retired: name nobody anew"));
                }
                holders.forEach(holder -> check(client, role, holder, refusals));
            }
        });
        for (PersonId reviewer : team.getOrDefault(QUALITY_REVIEWER, List.of())) {
            if (team.entrySet().stream()
                    .anyMatch(e ->
                            !e.getKey().equals(QUALITY_REVIEWER) && e.getValue().contains(reviewer))) {
                refusals.add(new Refusal(
                        "team." + QUALITY_REVIEWER,
                        name(reviewer) + " is of the team: a quality reviewer must not be (SQMS 2)"));
            }
        }
        for (PersonId staff : team.getOrDefault(STAFF, List.of())) {
            if (team.getOrDefault(SENIOR, List.of()).equals(List.of(staff))) {
                refusals.add(new Refusal(
                        "team." + SENIOR,
                        name(staff) + " would review the workpapers he prepares: name another senior or other staff"));
            }
        }
        return refusals;
    }

    private void check(ClientId client, TeamRole held, PersonId holder, List<Refusal> refusals) {
        String role = held.key();
        Actor person = people.person(holder).orElse(null);
        if (person == null) {
            refusals.add(new Refusal("team." + role, "There is no such person"));
        } else if (held.side() == Side.FIRM && !person.ofTheFirm()) {
            refusals.add(new Refusal("team." + role, person.username() + " works for a client, not for the firm"));
        } else if (held.side() == Side.CLIENT && !Objects.equals(client, person.client())) {
            refusals.add(new Refusal("team." + role, person.username() + " does not work for this client"));
        } else if (!person.ofTheFirm() && !Objects.equals(client, person.client())) {
            refusals.add(new Refusal("team." + role, person.username() + " works for another client"));
        }
    }

    private String name(PersonId person) {
        return people.username(person);
    }
}
