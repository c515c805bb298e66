package io.tickmark.engagement;

import io.tickmark.engagement.EngagementAnswer.PlannedReportAnswer;
import io.tickmark.engagement.EngagementRequests.NewEngagement;
import io.tickmark.identity.Clients;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.Refused;
import io.tickmark.web.AfterCommit;
import io.tickmark.web.Page;
import io.tickmark.workflow.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

@RestController
@RequestMapping("/api/engagements")
class EngagementsApi {

    private static final Duration STEPS = Duration.ofSeconds(15);

    private final Engagements engagements;
    private final Appointments appointments;
    private final Interruptions interruptions;
    private final EngagementRequests requests;
    private final EngagementQuery query;
    private final EngagementLeads leads;
    private final Team team;
    private final Clients clients;
    private final List<EngagementAspect> aspects;
    private final Jobs jobs;
    private final Clock clock;

    EngagementsApi(
            Engagements engagements,
            Appointments appointments,
            Interruptions interruptions,
            EngagementRequests requests,
            EngagementQuery query,
            EngagementLeads leads,
            Team team,
            Clients clients,
            List<EngagementAspect> aspects,
            Jobs jobs,
            Clock clock) {
        this.engagements = engagements;
        this.appointments = appointments;
        this.interruptions = interruptions;
        this.requests = requests;
        this.query = query;
        this.leads = leads;
        this.team = team;
        this.clients = clients;
        this.aspects = aspects;
        this.jobs = jobs;
        this.clock = clock;
    }

    @GetMapping
    Page<EngagementAnswer.Row> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String client,
            @RequestParam(required = false) @Nullable String phase,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return query.page(actor, client, phase, Page.limit(limit), cursor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    EngagementAnswer propose(Actor actor, @RequestBody NewEngagement request) {
        if (!actor.ofTheFirm() || !(actor.may(Roles.MANAGER) || actor.may(Roles.PARTNER))) {
            throw new Forbidden("Only the firm's managers and partners propose engagements");
        }
        EngagementId id = engagements.propose(actor, requests.proposal(request));
        return afterSteps(actor, id);
    }

    @GetMapping("/{id}")
    EngagementAnswer get(Actor actor, @PathVariable UUID id) {
        return answer(actor, new EngagementId(id));
    }

    @PutMapping("/{id}/team")
    EngagementAnswer appoint(Actor actor, @PathVariable UUID id, @RequestBody Map<String, Object> body) {
        EngagementId engagement = leads.need(actor, new EngagementId(id));
        var given = new LinkedHashMap<String, Object>();
        Object nested = body.get("team");
        (nested instanceof Map<?, ?> map ? map : body)
                .forEach((role, names) -> given.put(String.valueOf(role), names == null ? List.of() : names));
        given.remove("version");
        appointments.appoint(actor, engagement, appointments.named(given), version(body));
        return answer(actor, engagement);
    }

    private static @Nullable Integer version(Map<String, Object> body) {
        Object version = body.get("version");
        if (version != null && !(version instanceof Integer)) {
            throw new Malformed("version is the number that the engagement was read with.");
        }
        return (Integer) version;
    }

    record Reason(@Nullable String reason) {

        String given() {
            if (reason == null || reason.isBlank()) {
                throw new Refused("reason", "Say why; the reason stands in the trail");
            }
            return reason.strip();
        }
    }

    @PostMapping("/{id}/suspend")
    EngagementAnswer suspend(Actor actor, @PathVariable UUID id, @RequestBody Reason reason) {
        EngagementId engagement = leads.need(actor, new EngagementId(id));
        interruptions.suspend(actor, engagement, reason.given());
        return answer(actor, engagement);
    }

    @PostMapping("/{id}/resume")
    EngagementAnswer resume(Actor actor, @PathVariable UUID id, @RequestBody Reason reason) {
        EngagementId engagement = leads.need(actor, new EngagementId(id));
        interruptions.resume(actor, engagement, reason.given());
        return answer(actor, engagement);
    }

    @PostMapping("/{id}/withdraw")
    EngagementAnswer withdraw(Actor actor, @PathVariable UUID id, @RequestBody Reason reason) {
        EngagementId engagement = leads.need(actor, new EngagementId(id));
        interruptions.withdraw(actor, engagement, reason.given());
        return afterSteps(actor, engagement);
    }

    private EngagementAnswer afterSteps(Actor actor, EngagementId engagement) {
        AfterCommit.answer(() -> {
            jobs.quiet(engagement, STEPS);
            return answer(actor, engagement);
        });
        return answer(actor, engagement);
    }

    private EngagementAnswer answer(Actor actor, EngagementId id) {
        EngagementFacts facts = engagements.visible(actor, id);
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> more = new LinkedHashMap<>();
        aspects.forEach(aspect -> more.put(aspect.name(), aspect.of(id, actor)));
        return new EngagementAnswer(
                facts.id().value(),
                facts.client().value(),
                clients.get(facts.client()).name(),
                facts.title(),
                facts.reports().stream()
                        .map(plan -> PlannedReportAnswer.of(plan, today))
                        .toList(),
                facts.phase(),
                appointments.names(team.holders(id)),
                facts.neededBy(),
                facts.previous() == null ? null : facts.previous().value(),
                facts.next() == null ? null : facts.next().value(),
                facts.version(),
                more);
    }
}
