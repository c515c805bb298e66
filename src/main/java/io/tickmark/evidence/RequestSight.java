package io.tickmark.evidence;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may know of which requests: the firm's people who see the engagement, and those who lead it at the client, know
 * all; a control owner those that are theirs and those that are nobody's.
 */
@Component
class RequestSight {

    private static final Set<String> LEADS = Set.of(Roles.SPONSOR, Roles.COMPLIANCE);

    private final Engagements engagements;
    private final Team team;

    RequestSight(Engagements engagements, Team team) {
        this.engagements = engagements;
        this.team = team;
    }

    boolean sees(Actor actor, EvidenceRequest request) {
        return request.owner() == null
                ? seesEngagement(actor, request.engagement())
                : seesAll(actor, request.engagement())
                        || (actor.id().equals(request.owner()) && seesEngagement(actor, request.engagement()));
    }

    /** Whether the person sees every request of the engagement; false also where he sees none. */
    boolean seesAll(Actor actor, EngagementId engagement) {
        return seesEngagement(actor, engagement)
                && (actor.ofTheFirm() || leads(actor, engagement) || plans(actor, engagement));
    }

    /** The client's project manager sees what is asked, and when it is due. */
    private boolean plans(Actor actor, EngagementId engagement) {
        return team.roles(engagement, actor.id()).contains(Roles.PROJECT_MANAGER);
    }

    /** Whether the person leads the engagement at the client. */
    boolean leads(Actor actor, EngagementId engagement) {
        return !actor.ofTheFirm()
                && (LEADS.stream().anyMatch(actor::may)
                        || team.roles(engagement, actor.id()).stream().anyMatch(LEADS::contains));
    }

    boolean seesEngagement(Actor actor, EngagementId engagement) {
        try {
            engagements.visible(actor, engagement);
            return true;
        } catch (NotFound hidden) {
            return false;
        }
    }
}
