package io.tickmark.evidence;

import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.tasklist.ConfidentialTasks;
import io.tickmark.trail.Trail;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Confidential requests: who may be named, and what is said where when somebody is. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Confidence {

    private static final Set<String> SEE_REQUESTS =
            Set.of(Roles.SPONSOR, Roles.COMPLIANCE, Roles.CONTROL_OWNER, Roles.PROJECT_MANAGER);

    private final RequestReaders readers;
    private final ConfidentialTasks tasks;
    private final People people;
    private final Team team;
    private final Trail trail;

    Confidence(RequestReaders readers, ConfidentialTasks tasks, People people, Team team, Trail trail) {
        this.readers = readers;
        this.tasks = tasks;
        this.people = people;
        this.team = team;
        this.trail = trail;
    }

    /**
     * Makes the request confidential, or names other readers of one that is. Throws {@link Refused}.
     *
     * @param names usernames, beside the owner's
     */
    public void keep(EvidenceRequest request, @Nullable List<@Nullable String> names, Actor by) {
        List<Refusal> refusals = new ArrayList<>();
        if (request.owner() == null) {
            refusals.add(new Refusal("owner", "A confidential request has an owner: name who is asked"));
        }
        Set<Actor> named = named(request, names, refusals);
        if (request.clientReview() && refusals.isEmpty() && !canReview(request, named)) {
            refusals.add(new Refusal(
                    "readers",
                    "The client reviews it first: name somebody of " + Roles.COMPLIANCE + " who may see it"));
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        request.confide(true);
        readers.replace(request.id(), named.stream().map(Actor::id).toList());
        ownerChanged(request);
        Map<String, @Nullable Object> facts = RequestTrail.facts(request);
        facts.put("readers", named.stream().map(Actor::username).toList());
        trail.record(request.engagement(), "request-made-confidential", by, facts);
    }

    /** Whoever sees requests of its kind sees it again. */
    public void lift(EvidenceRequest request, Actor by) {
        request.confide(false);
        readers.replace(request.id(), List.of());
        tasks.open(request.id());
        trail.record(request.engagement(), "request-made-open", by, RequestTrail.facts(request));
    }

    /** Its tasks are for its new owner, and no more for the one before. Nothing where it is not confidential. */
    public void ownerChanged(EvidenceRequest request) {
        if (!request.isConfidential()) {
            return;
        }
        List<PersonId> all = new ArrayList<>(readers.of(List.of(request.id())).getOrDefault(request.id(), List.of()));
        PersonId owner = request.owner();
        if (owner != null) {
            all.add(owner);
        }
        tasks.name(request.id(), all);
    }

    private Set<Actor> named(EvidenceRequest request, @Nullable List<@Nullable String> names, List<Refusal> refusals) {
        Set<Actor> named = new LinkedHashSet<>();
        List<@Nullable String> given = names == null ? List.of() : names;
        for (int i = 0; i < given.size(); i++) {
            String name = Objects.requireNonNullElse(given.get(i), "");
            Actor person = people.named(name)
                    .filter(one -> request.client().equals(one.client()))
                    .filter(one -> roles(request, one).stream().anyMatch(SEE_REQUESTS::contains))
                    .orElse(null);
            if (person == null) {
                refusals.add(new Refusal(
                        "readers[" + i + "]", "Name people of the client who see requests of this engagement"));
            } else {
                named.add(person);
            }
        }
        return named;
    }

    private boolean canReview(EvidenceRequest request, Set<Actor> named) {
        PersonId owner = request.owner();
        return named.stream().anyMatch(one -> roles(request, one).contains(Roles.COMPLIANCE))
                || (owner != null && team.mayAct(request.engagement(), owner, Roles.COMPLIANCE));
    }

    private Set<String> roles(EvidenceRequest request, Actor person) {
        return team.roles(request.engagement(), person.id());
    }
}
