package io.tickmark.milestones;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.EngagementProposed;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.ModelsChanged;
import io.tickmark.engagement.ReportsPlanned;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.trail.Trail;
import io.tickmark.workflow.MilestoneReached;
import io.tickmark.workflow.ModelMilestones;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans, tracks and forecasts the milestones of engagements. */
@Service
@Transactional
class Milestones {

    private final MilestoneRepository milestones;
    private final ModelMilestones models;
    private final Engagements engagements;
    private final Schedule schedule;
    private final FirmHistory history;
    private final Trail trail;
    private final Clock clock;

    Milestones(
            MilestoneRepository milestones,
            ModelMilestones models,
            Engagements engagements,
            Schedule schedule,
            FirmHistory history,
            Trail trail,
            Clock clock) {
        this.milestones = milestones;
        this.models = models;
        this.engagements = engagements;
        this.schedule = schedule;
        this.history = history;
        this.trail = trail;
        this.clock = clock;
    }

    /** A milestone with its forecast. */
    record Dated(
            UUID id,
            String name,
            @Nullable LocalDate planned,
            @Nullable LocalDate baseline,
            @Nullable LocalDate forecast,
            @Nullable LocalDate actual,
            int version) {}

    @EventListener
    void layOut(EngagementProposed event) {
        EngagementFacts engagement = engagements.facts(event.engagement());
        int position = 0;
        for (var milestone : models.of(engagement.bundle())) {
            milestones.save(new Milestone(
                    engagement.id().value(), position++, milestone.name(), milestone.workingDays(), milestone.after()));
        }
        plan(engagement);
    }

    @EventListener
    void replan(ReportsPlanned event) {
        plan(engagements.facts(event.engagement()));
    }

    /** What the new models add is planned; what they no longer carry goes, unless it was reached. */
    @EventListener
    void layOutAnew(ModelsChanged event) {
        EngagementFacts engagement = engagements.facts(event.engagement());
        Map<String, Milestone> known =
                of(engagement.id()).stream().collect(Collectors.toMap(Milestone::name, milestone -> milestone));
        int position = 0;
        for (var model : models.of(engagement.bundle())) {
            Milestone kept = known.remove(model.name());
            if (kept == null) {
                milestones.save(new Milestone(
                        engagement.id().value(), position++, model.name(), model.workingDays(), model.after()));
            } else {
                kept.become(position++, model.workingDays(), model.after());
            }
        }
        for (Milestone gone : known.values()) {
            if (gone.actual() == null) {
                milestones.delete(gone);
            } else {
                gone.become(position++, gone.workingDays(), gone.follows());
            }
        }
        plan(engagement);
    }

    private void plan(EngagementFacts engagement) {
        List<Milestone> all = of(engagement.id());
        Map<String, LocalDate> dates = schedule.plan(all, engagement.createdOn(), engagement);
        all.stream()
                .filter(milestone -> milestone.baseline() == null)
                .forEach(milestone -> milestone.planFor(dates.get(milestone.name())));
    }

    @EventListener
    void reached(MilestoneReached event) {
        milestones
                .findByEngagementIdAndName(event.engagement().value(), event.milestone())
                .ifPresent(milestone -> {
                    milestone.reached(LocalDate.now(clock));
                    trail.record(event.engagement(), "milestone-reached", null, Map.of("milestone", event.milestone()));
                });
    }

    @Transactional(readOnly = true)
    public List<Dated> dated(EngagementId id) {
        EngagementFacts engagement = engagements.facts(id);
        return schedule.dated(of(id), engagement, history.medians(), LocalDate.now(clock));
    }

    /** Agrees the plan: what is given is planned, and all of it becomes the baseline. */
    void agree(EngagementId id, Map<String, LocalDate> planned) {
        ahead(id).forEach(milestone -> {
            LocalDate date = planned.getOrDefault(milestone.name(), milestone.planned());
            milestone.planFor(date);
            milestone.baseline(date);
        });
    }

    void replan(Actor by, EngagementId id, UUID milestone, @Nullable LocalDate planned, @Nullable Integer version) {
        Milestone found = milestones
                .findByEngagementIdAndId(id.value(), milestone)
                .orElseThrow(() -> new NotFound("There is no milestone " + milestone));
        if (version != null && version != found.version()) {
            throw new Conflict(
                    "'" + found.name() + "' has changed since you read it: it is at version " + found.version());
        }
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("milestone", found.name());
        facts.put("from", found.planned());
        facts.put("to", planned);
        found.planFor(planned);
        trail.record(id, "milestone-replanned", by, facts);
    }

    /** Those that the engagement comes to, whatever others its models carry. */
    @Transactional(readOnly = true)
    List<Milestone> ahead(EngagementId id) {
        return Schedule.concerning(of(id), engagements.facts(id));
    }

    private List<Milestone> of(EngagementId id) {
        return milestones.findByEngagementIdOrderByPosition(id.value());
    }
}
