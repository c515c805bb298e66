package io.tickmark.scoping;

import io.tickmark.engagement.Team;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import io.tickmark.workflow.OpenTask;
import io.tickmark.workflow.TaskRules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Proposes today and the whole team. */
@Component
class HoldKickoff implements TaskRules {

    private final Team team;
    private final People people;
    private final Clock clock;

    HoldKickoff(Team team, People people, Clock clock) {
        this.team = team;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Map<String, ?> prefill(OpenTask task, Actor actor) {
        Set<PersonId> everybody = new LinkedHashSet<>();
        team.holders(task.engagement()).values().forEach(everybody::addAll);
        String names = people.persons(List.copyOf(everybody)).values().stream()
                .map(Actor::name)
                .collect(Collectors.joining("\n"));
        return Map.of("kickoffDate", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), "attendees", names);
    }
}
