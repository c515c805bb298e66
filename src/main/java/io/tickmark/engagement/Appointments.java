package io.tickmark.engagement;

import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.trail.Trail;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who comes to the team of an engagement and who goes. It asks no rights; it joins the caller's transaction. */
@Service
@Transactional
public class Appointments {

    private final EngagementRepository engagements;
    private final EntityManager entities;
    private final EngagementRequests requests;
    private final Team team;
    private final TeamRules rules;
    private final FileLock fileLock;
    private final Trail trail;
    private final People people;
    private final ApplicationEventPublisher events;

    Appointments(
            EngagementRepository engagements,
            EntityManager entities,
            EngagementRequests requests,
            Team team,
            TeamRules rules,
            FileLock fileLock,
            Trail trail,
            People people,
            ApplicationEventPublisher events) {
        this.engagements = engagements;
        this.entities = entities;
        this.requests = requests;
        this.team = team;
        this.rules = rules;
        this.fileLock = fileLock;
        this.trail = trail;
        this.people = people;
        this.events = events;
    }

    /**
     * People by their usernames as a request names them: one or a list for each role. Throws {@link Refused} at
     * {@code team.<role>} for a name that nobody has.
     */
    @Transactional(readOnly = true)
    public Map<String, List<PersonId>> named(Map<String, ?> given) {
        List<Refusal> refusals = new ArrayList<>();
        Map<String, List<PersonId>> named = requests.team(given, refusals);
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return named;
    }

    /** Why these people cannot hold these roles beside those who hold the others; empty where they can. */
    @Transactional(readOnly = true)
    public List<Refusal> refusals(EngagementId id, Map<String, List<PersonId>> roles) {
        Map<String, List<PersonId>> before = team.holders(id);
        return rules.refusals(client(id), merged(before, roles), before);
    }

    /**
     * Changes who holds which role; the whole team is given. Of a locked file the team is part: it can only grow, so
     * that post-issue and renewal find somebody.
     *
     * @param version of the engagement that the change is made on; another one throws {@link Conflict}. Null asks none
     */
    public void appoint(Actor by, EngagementId id, Map<String, List<PersonId>> newTeam, @Nullable Integer version) {
        Engagement engagement = lock(id);
        if (version != null && version != engagement.version()) {
            throw new Conflict("The engagement was changed by somebody else since you read it: it has version "
                    + engagement.version() + ", not " + version + ". Read it again");
        }
        change(by, engagement, newTeam);
    }

    /** Changes who holds the named roles; the others stay as they are. An empty list leaves a role to nobody. */
    public void replace(@Nullable Actor by, EngagementId id, Map<String, List<PersonId>> roles) {
        Engagement engagement = lock(id);
        change(by, engagement, merged(team.holders(id), roles));
    }

    private void change(@Nullable Actor by, Engagement engagement, Map<String, List<PersonId>> newTeam) {
        EngagementFacts facts = engagement.facts(List.of());
        EngagementId id = facts.id();
        Map<String, List<PersonId>> before = team.holders(id);
        List<Refusal> refusals = rules.refusals(facts.client(), newTeam, before);
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        if (fileLock.locked(id) && !Team.keeps(before, newTeam)) {
            throw new Conflict("The file is locked, and its team with it: people can be added, nobody taken away");
        }
        List<PersonId> auditorsBefore = team.auditors(id);
        team.set(id, newTeam);
        // the rows of the team are not the engagement's own, so nothing else would raise its version
        entities.lock(engagement, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        trail.record(id, "team-changed", by, Map.of("before", names(before), "after", names(newTeam)));
        events.publishEvent(new TeamChanged(id, auditorsBefore, team.auditors(id)));
    }

    private static Map<String, List<PersonId>> merged(
            Map<String, List<PersonId>> before, Map<String, List<PersonId>> roles) {
        Map<String, List<PersonId>> after = new LinkedHashMap<>(before);
        after.putAll(roles);
        after.values().removeIf(List::isEmpty);
        return after;
    }

    private Engagement lock(EngagementId id) {
        return engagements.lock(id.value()).orElseThrow(() -> new NotFound("There is no engagement " + id));
    }

    private ClientId client(EngagementId id) {
        return engagements
                .findById(id.value())
                .orElseThrow(() -> new NotFound("There is no engagement " + id))
                .facts(List.of())
                .client();
    }

    /** Usernames, for the trail. */
    Map<String, List<String>> names(Map<String, List<PersonId>> held) {
        Map<PersonId, Actor> known = people.persons(
                held.values().stream().flatMap(List::stream).distinct().toList());
        Map<String, List<String>> names = new LinkedHashMap<>();
        held.forEach((role, holders) -> names.put(
                role,
                holders.stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .map(Actor::username)
                        .toList()));
        return names;
    }
}
