package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who leads an engagement on the audit side: its partner and its manager. */
@Component
class EngagementLeads {

    private final Engagements engagements;
    private final Team team;

    EngagementLeads(Engagements engagements, Team team) {
        this.engagements = engagements;
        this.team = team;
    }

    /** The same id, for those who lead it; others get 403, or 404 where they may not know of it. */
    EngagementId need(Actor actor, EngagementId id) {
        engagements.visible(actor, id);
        Set<String> roles = team.roles(id, actor.id());
        if (!roles.contains(Roles.PARTNER) && !roles.contains(Roles.MANAGER)) {
            throw new Forbidden("Only the partner and the manager of the engagement may do this");
        }
        return id;
    }
}
