package io.tickmark.description;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.Refused;
import io.tickmark.scoping.Scope;
import io.tickmark.scoping.ScopedControl;
import io.tickmark.scoping.ScopedCriterion;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The client's people record, the auditors see and ask. */
@RestController
@RequestMapping("/api/engagements/{id}/incidents")
class IncidentsApi {

    private final DescriptionSight sight;
    private final Incidents incidents;
    private final Comments comments;
    private final Scope scope;
    private final Clock clock;

    IncidentsApi(DescriptionSight sight, Incidents incidents, Comments comments, Scope scope, Clock clock) {
        this.sight = sight;
        this.incidents = incidents;
        this.comments = comments;
        this.scope = scope;
        this.clock = clock;
    }

    @GetMapping
    Page<IncidentAnswer> list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        EngagementId engagement = new EngagementId(id);
        sight.read(actor, engagement);
        int rows = Page.limit(limit);
        Page<Incident> page =
                Page.of(incidents.page(engagement, position(cursor), rows + 1), rows, one -> Cursor.at(one.position()));
        Map<String, Integer> open = comments.open(engagement, sight.seesInternal(actor, engagement));
        return new Page<>(page.items().stream().map(one -> answer(one, open)).toList(), page.next());
    }

    @GetMapping("/{incident}")
    IncidentAnswer get(Actor actor, @PathVariable UUID id, @PathVariable UUID incident) {
        EngagementId engagement = new EngagementId(id);
        sight.read(actor, engagement);
        return answer(actor, engagement, incidents.get(engagement, incident));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IncidentAnswer record(Actor actor, @PathVariable UUID id, @RequestBody IncidentGiven given) {
        EngagementId engagement = new EngagementId(id);
        sight.record(actor, engagement);
        return answer(actor, engagement, incidents.record(actor, engagement, entry(engagement, given)));
    }

    @PutMapping("/{incident}")
    IncidentAnswer change(
            Actor actor, @PathVariable UUID id, @PathVariable UUID incident, @RequestBody IncidentGiven given) {
        EngagementId engagement = new EngagementId(id);
        sight.record(actor, engagement);
        incidents.get(engagement, incident);
        Integer version = given.version();
        if (version == null) {
            throw new Refused("version", "Send back the version that you read");
        }
        IncidentEntry entry = entry(engagement, given);
        return answer(actor, engagement, incidents.change(actor, engagement, incident, version, entry));
    }

    private IncidentEntry entry(EngagementId engagement, IncidentGiven given) {
        return given.entry(
                scope.controls(engagement).stream()
                        .map(ScopedControl::reference)
                        .collect(Collectors.toSet()),
                scope.criteria(engagement).stream().map(ScopedCriterion::id).collect(Collectors.toSet()),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private IncidentAnswer answer(Actor actor, EngagementId engagement, Incident incident) {
        return answer(incident, comments.open(engagement, sight.seesInternal(actor, engagement)));
    }

    private static IncidentAnswer answer(Incident incident, Map<String, Integer> open) {
        return IncidentAnswer.of(
                incident, open.getOrDefault(incident.facts().id().toString(), 0));
    }

    private static int position(@Nullable String text) {
        Cursor cursor = Cursor.read(text, 1);
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor.field(0));
        } catch (NumberFormatException foreign) {
            throw new Malformed("cursor is none of this list: send back the value of next.");
        }
    }
}
