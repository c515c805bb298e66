package io.tickmark.evidence;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.identity.CollectorTokens;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import io.tickmark.trail.Trail;
import io.tickmark.web.Page;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The collectors of an engagement. The client makes them, for no auditor gives evidence in the client's name; the firm
 * sees them, and its manager and partner end one that they do not trust.
 */
@RestController
@RequestMapping("/api/engagements/{id}/collectors")
class CollectorsApi {

    private static final int MOST = 200;
    private static final Set<String> ENDS = Set.of(Roles.MANAGER, Roles.PARTNER);

    private final CollectorTable table;
    private final CollectorTokens tokens;
    private final CollectorEntry entry;
    private final CollectorAnswers answers;
    private final Engagements engagements;
    private final UploadPlaces places;
    private final RequestSight sight;
    private final Team team;
    private final People people;
    private final Trail trail;

    CollectorsApi(
            CollectorTable table,
            CollectorTokens tokens,
            CollectorEntry entry,
            CollectorAnswers answers,
            Engagements engagements,
            UploadPlaces places,
            RequestSight sight,
            Team team,
            People people,
            Trail trail) {
        this.table = table;
        this.tokens = tokens;
        this.entry = entry;
        this.answers = answers;
        this.engagements = engagements;
        this.places = places;
        this.sight = sight;
        this.team = team;
        this.people = people;
        this.trail = trail;
    }

    @GetMapping
    Page<CollectorAnswer> list(Actor actor, @PathVariable UUID id) {
        EngagementId engagement = new EngagementId(id);
        RequestSight.View view =
                sight.view(actor, engagement).orElseThrow(() -> new NotFound("There is no engagement " + id));
        return Page.all(answers.of(
                actor,
                engagement,
                table.of(engagement).stream()
                        .filter(collector -> view.all() || collector.madeBy().equals(actor.id()))
                        .toList()));
    }

    /** @param token shown now and never again */
    record Made(UUID id, String token, Instant expires, CollectorAnswer collector) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made make(Actor actor, @PathVariable UUID id, @RequestBody CollectorEntry.Sent sent) {
        EngagementFacts engagement = engagements.visible(actor, new EngagementId(id));
        needGiver(actor, engagement.id());
        places.checkRunning(engagement);
        CollectorEntry.Asked asked = entry.read(actor, engagement.id(), sent);
        engagements.lock(engagement.id());
        if (table.of(engagement.id()).size() >= MOST) {
            throw new Conflict("There are " + MOST + " collectors here already");
        }
        CollectorTokens.Made token = tokens.make(actor.id(), asked.good());
        Collector made = new Collector(
                token.id(),
                engagement.id(),
                engagement.client(),
                asked.name(),
                actor.id(),
                asked.controls(),
                asked.requests().keySet());
        table.insert(made);
        Map<String, Object> facts = facts(made);
        facts.put("controls", List.copyOf(asked.controls()));
        facts.put("requests", List.copyOf(asked.requests().values()));
        facts.put("expires", token.expires());
        trail.record(made.engagement(), "collector-made", actor, facts);
        return new Made(
                made.id(),
                token.token(),
                token.expires(),
                answers.of(actor, made.engagement(), List.of(made)).get(0));
    }

    @DeleteMapping("/{collector}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor, @PathVariable UUID id, @PathVariable UUID collector) {
        EngagementId engagement = new EngagementId(id);
        boolean all = sight.view(actor, engagement).map(RequestSight.View::all).orElse(false);
        Collector found = table.find(collector)
                .filter(c -> c.engagement().equals(engagement))
                .filter(c -> sight.knows(actor, engagement))
                .filter(c -> all || c.madeBy().equals(actor.id()))
                .orElseThrow(() -> new NotFound("There is no collector " + collector));
        if (!mayEnd(actor, found)) {
            throw new Forbidden("A collector is ended by who made it, by those who lead the engagement at the client,"
                    + " or by the firm's manager or partner");
        }
        tokens.revoke(collector);
        Map<String, Object> facts = facts(found);
        facts.put("madeBy", people.username(found.madeBy()));
        trail.record(engagement, "collector-revoked", actor, facts);
    }

    private boolean mayEnd(Actor actor, Collector collector) {
        return collector.madeBy().equals(actor.id())
                || sight.leads(actor, collector.engagement())
                || actor.ofTheFirm()
                        && team.roles(collector.engagement(), actor.id()).stream()
                                .anyMatch(ENDS::contains);
    }

    private void needGiver(Actor actor, EngagementId engagement) {
        if (actor.ofTheFirm()) {
            throw new Forbidden("No auditor can give client evidence in the client's name, nor have a script do so");
        }
        Set<String> roles = team.roles(engagement, actor.id());
        if (!sight.leads(actor, engagement) && !roles.contains(Roles.CONTROL_OWNER)) {
            throw new Forbidden("Collectors are made by those who lead the engagement at the client and by its control"
                    + " owners");
        }
    }

    private static Map<String, Object> facts(Collector collector) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("collector", collector.id());
        facts.put("name", collector.name());
        return facts;
    }
}
