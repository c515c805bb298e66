package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.PhaseBegun;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The engagements of the firm: proposing, looking up, and what happens to one as a whole. */
@Service
@Transactional
public class Engagements {

    private final EngagementRepository engagements;
    private final PlannedReportRepository reports;
    private final Team team;
    private final TeamRules teamRules;
    private final EngagementProcess process;
    private final Appointments appointments;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Engagements(
            EngagementRepository engagements,
            PlannedReportRepository reports,
            Team team,
            TeamRules teamRules,
            EngagementProcess process,
            Appointments appointments,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.engagements = engagements;
        this.reports = reports;
        this.team = team;
        this.teamRules = teamRules;
        this.process = process;
        this.appointments = appointments;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Creates an engagement and starts its life cycle. Refused when the team or a report's dates do not hold.
     *
     * @param by who proposes, already known to be allowed to
     */
    public EngagementId propose(Actor by, Proposal proposal) {
        var refusals = teamRules.refusals(
                proposal.client(),
                proposal.team(),
                proposal.previous() == null ? Map.of() : team.holders(proposal.previous()));
        ReportRules.check(proposal.reports(), refusals);
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        EngagementId id = EngagementId.next();
        // at once, since the team's rows are written past JPA and refer to it
        Engagement engagement = engagements.saveAndFlush(new Engagement(
                id,
                proposal.client(),
                proposal.title(),
                proposal.neededBy(),
                proposal.previous(),
                by,
                clock.instant()));
        keep(id, proposal.reports());
        team.set(id, proposal.team());
        trail.record(id, "engagement-proposed", by, facts(proposal));
        engagement.runsOn(process.start(id));
        events.publishEvent(new EngagementProposed(id));
        return id;
    }

    private Map<String, Object> facts(Proposal proposal) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("title", proposal.title());
        facts.put("client", proposal.client().toString());
        facts.put("team", appointments.names(proposal.team()));
        if (proposal.previous() != null) {
            facts.put("previous", proposal.previous().toString());
        }
        return facts;
    }

    /** Without a check of who asks: for steps and for callers that have checked. */
    @Transactional(readOnly = true)
    public EngagementFacts facts(EngagementId id) {
        List<ReportPlan> known = ReadPlans.of(id.value());
        if (known != null) {
            return find(id).facts(known);
        }
        List<@Nullable Object[]> rows = engagements.withReports(id.value());
        if (rows.isEmpty() || !(rows.get(0)[0] instanceof Engagement engagement)) {
            throw none(id);
        }
        List<ReportPlan> plans = rows.stream()
                .map(row -> row[1])
                .filter(PlannedReport.class::isInstance)
                .map(report -> ((PlannedReport) report).plan())
                .toList();
        ReadPlans.keep(id.value(), plans);
        return engagement.facts(plans);
    }

    /** Like {@link #facts} without its reports; no statement where the transaction knows the engagement already. */
    @Transactional(readOnly = true)
    public EngagementFacts outline(EngagementId id) {
        return find(id).facts(List.of());
    }

    /** Like {@link #facts}, for a person: what he may not know of does not exist. */
    @Transactional(readOnly = true)
    public EngagementFacts visible(Actor actor, EngagementId id) {
        EngagementFacts facts = facts(id);
        if (!maySee(actor, facts)) {
            throw new NotFound("There is no engagement " + id);
        }
        return facts;
    }

    /** Whether the person may know of it. Asked instead of {@link #visible} where no is an answer: a refusal ends the transaction. */
    @Transactional(readOnly = true)
    public boolean isVisible(Actor actor, EngagementId id) {
        try {
            return maySee(actor, facts(id));
        } catch (NotFound none) {
            return false;
        }
    }

    /** Whether the person may know of the engagement at all. */
    private boolean maySee(Actor actor, EngagementFacts facts) {
        if (!actor.ofTheFirm() && !facts.client().equals(actor.client())) {
            return false;
        }
        return Visibility.byFunction(actor)
                || !team.roles(facts.id(), actor.id()).isEmpty();
    }

    /** Keeps others from changing what is counted until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(EngagementId id) {
        ReadPlans.forget(id.value());
        if (engagements.lock(id.value()).isEmpty()) {
            throw new NotFound("There is no engagement " + id);
        }
    }

    /** Replaces the planned reports, as scoping decides; a plan that keeps its id keeps its row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(EngagementId id, List<ReportPlan> plans) {
        Map<UUID, PlannedReport> known = reports.findByEngagementIdOrderByPosition(id.value()).stream()
                .collect(Collectors.toMap(report -> report.plan().id(), report -> report));
        int position = 0;
        for (ReportPlan plan : plans) {
            PlannedReport kept = known.remove(plan.id());
            if (kept == null) {
                reports.save(new PlannedReport(id.value(), position, plan));
            } else {
                kept.become(position, plan);
            }
            position++;
        }
        known.values().forEach(reports::delete);
        ReadPlans.forget(id.value());
        events.publishEvent(new ReportsPlanned(id));
    }

    /**
     * Has the lead report's period end on another day, or a Type I speak of another date, and so every report that ended
     * with it; what runs by these dates follows, timers included. Whether the change is right has been decided before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endPeriod(EngagementId id, LocalDate end) {
        List<ReportPlan> plans = plans(id);
        LocalDate former = facts(id).leadReport().end();
        plan(
                id,
                plans.stream()
                        .map(plan -> former.equals(plan.end()) ? plan.endingOn(end) : plan)
                        .toList());
        process.moveCalendar(id, facts(id).leadReport());
        if (end.isAfter(former)) {
            events.publishEvent(new PeriodExtended(id, former, end));
        }
    }

    /** Has the report be needed by another day. Whether that is right has been decided before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void needBy(EngagementId id, LocalDate day) {
        find(id).needBy(day);
    }

    /** Has every planned report cover these categories. Whether that is right has been decided before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cover(EngagementId id, Set<Category> categories) {
        plan(id, plans(id).stream().map(plan -> plan.covering(categories)).toList());
    }

    /** Links an engagement to the one that renews it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void renewedBy(EngagementId id, EngagementId next) {
        find(id).renewedBy(next);
    }

    @EventListener
    void enter(PhaseBegun begun) {
        engagements.findById(begun.engagement().value()).ifPresent(engagement -> {
            engagement.enter(begun.phase());
            trail.record(begun.engagement(), "phase-begun", null, Map.of("phase", begun.phase()));
        });
    }

    private Engagement find(EngagementId id) {
        return engagements.findById(id.value()).orElseThrow(() -> none(id));
    }

    private static NotFound none(EngagementId id) {
        return new NotFound("There is no engagement " + id);
    }

    private void keep(EngagementId id, List<ReportPlan> plans) {
        ReadPlans.forget(id.value());
        int position = 0;
        for (ReportPlan plan : plans) {
            reports.save(new PlannedReport(id.value(), position++, plan));
        }
    }

    private List<ReportPlan> plans(EngagementId id) {
        return reports.findByEngagementIdOrderByPosition(id.value()).stream()
                .map(PlannedReport::plan)
                .toList();
    }

    /** What they are called; asks no rights. */
    @Transactional(readOnly = true)
    public Map<EngagementId, String> titles(Collection<EngagementId> ids) {
        Map<EngagementId, String> titles = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            engagements
                    .titles(ids.stream().map(EngagementId::value).toList())
                    .forEach(row -> titles.put(new EngagementId((UUID) row[0]), (String) row[1]));
        }
        return titles;
    }

    /** The client of an engagement, or null where there is no such engagement. */
    @Transactional(readOnly = true)
    public @Nullable ClientId client(EngagementId id) {
        return engagements
                .findById(id.value())
                .map(e -> e.facts(List.of()).client())
                .orElse(null);
    }
}
