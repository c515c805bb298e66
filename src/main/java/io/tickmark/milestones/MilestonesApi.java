package io.tickmark.milestones;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.FileLock;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.Refused;
import io.tickmark.milestones.Milestones.Dated;
import io.tickmark.web.Page;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/engagements/{id}/milestones")
class MilestonesApi {

    private static final Set<String> PLANNERS = Set.of(Roles.PROJECT_MANAGER, Roles.MANAGER, Roles.PARTNER);

    private final Milestones milestones;
    private final Engagements engagements;
    private final FileLock lock;
    private final Team team;

    MilestonesApi(Milestones milestones, Engagements engagements, Team team, FileLock lock) {
        this.lock = lock;
        this.milestones = milestones;
        this.engagements = engagements;
        this.team = team;
    }

    @GetMapping
    Page<Dated> list(Actor actor, @PathVariable UUID id) {
        EngagementId engagement = new EngagementId(id);
        engagements.visible(actor, engagement);
        return Page.all(milestones.dated(engagement));
    }

    record Plan(@Nullable LocalDate planned, @Nullable Integer version) {}

    @PutMapping("/{milestone}")
    Page<Dated> replan(Actor actor, @PathVariable UUID id, @PathVariable UUID milestone, @RequestBody Plan plan) {
        EngagementId engagement = new EngagementId(id);
        engagements.visible(actor, engagement);
        if (team.roles(engagement, actor.id()).stream().noneMatch(PLANNERS::contains)) {
            throw new Forbidden("Only the project manager, the manager and the partner of the engagement plan it");
        }
        if (plan.planned() == null) {
            throw new Refused("planned", "Give the date on which the milestone is planned to be reached");
        }
        lock.refuseChange(engagement);
        milestones.replan(actor, engagement, milestone, plan.planned(), plan.version());
        return Page.all(milestones.dated(engagement));
    }
}
