package io.tickmark.reporting;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who may know of which reports: the firm's people who see the engagement, and those who lead it at the client. There
 * is no report before its first draft, which is put before the client in the same moment.
 */
@Component
class ReportSight {

    private static final Set<String> CLIENT_LEADS = Set.of(Roles.SPONSOR, Roles.COMPLIANCE);
    private static final Set<String> FIRM_LEADS = Set.of(Roles.PARTNER, Roles.MANAGER);

    private final Engagements engagements;
    private final Reports reports;
    private final Team team;

    ReportSight(Engagements engagements, Reports reports, Team team) {
        this.engagements = engagements;
        this.reports = reports;
        this.team = team;
    }

    /** Throws {@link NotFound} when the person may not know of the engagement; empty for whoever may not see reports. */
    List<ReportFacts> seen(Actor actor, EngagementId id) {
        EngagementFacts engagement = engagements.visible(actor, id);
        return maySee(actor, engagement.id()) ? reports.of(id) : List.of();
    }

    /** Throws {@link NotFound} when there is no such report for this person. */
    ReportFacts need(Actor actor, UUID id) {
        return reports.find(id)
                .filter(report -> seen(actor, report.engagement()).stream()
                        .anyMatch(known -> known.id().equals(id)))
                .orElseThrow(() -> new NotFound("There is no report " + id));
    }

    /** Throws {@link Forbidden} for whoever is neither partner nor manager of the engagement. */
    void needLead(Actor actor, EngagementId engagement) {
        if (!actor.ofTheFirm() || team.roles(engagement, actor.id()).stream().noneMatch(FIRM_LEADS::contains)) {
            throw new Forbidden("Only the partner and the manager of the engagement may do this");
        }
    }

    private boolean maySee(Actor actor, EngagementId engagement) {
        return team.looksInside(actor, engagement)
                || CLIENT_LEADS.stream().anyMatch(actor::may)
                || team.roles(engagement, actor.id()).stream().anyMatch(CLIENT_LEADS::contains);
    }
}
