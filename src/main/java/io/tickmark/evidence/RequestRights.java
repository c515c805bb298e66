package io.tickmark.evidence;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may ask for evidence, and who may see to it that it comes. */
@Component
class RequestRights {

    private static final Set<String> RAISES = Set.of(Roles.PARTNER, Roles.MANAGER, Roles.SENIOR, Roles.STAFF);
    private static final Set<String> AT_REST = Set.of("suspended", "closed", "declined", "withdrawn");

    private final Engagements engagements;
    private final Team team;
    private final RequestSight sight;

    RequestRights(Engagements engagements, Team team, RequestSight sight) {
        this.engagements = engagements;
        this.team = team;
        this.sight = sight;
    }

    /**
     * The engagement, for an auditor of its team while it is under way.
     *
     * @throws io.tickmark.kernel.NotFound for whom it does not exist
     */
    EngagementFacts mayAsk(Actor actor, EngagementId id) {
        EngagementFacts engagement = engagements.visible(actor, id);
        needAuditor(actor, id);
        if (AT_REST.contains(engagement.phase())) {
            throw new Conflict("Nothing can be asked for: the engagement is " + engagement.phase());
        }
        return engagement;
    }

    /** The same for those at the client who lead the engagement there: whom to ask is theirs to say too. */
    EngagementId mayChase(Actor actor, EngagementId id) {
        EngagementFacts engagement = engagements.visible(actor, id);
        if (!isAuditor(actor, id) && !sight.leads(actor, id)) {
            throw new Forbidden(
                    "Requests are handed on by the engagement's auditors and by those who lead it at the" + " client");
        }
        if (AT_REST.contains(engagement.phase())) {
            throw new Conflict("Nothing can be changed: the engagement is " + engagement.phase());
        }
        return id;
    }

    void needAuditor(Actor actor, EngagementId engagement) {
        if (!isAuditor(actor, engagement)) {
            throw new Forbidden("Evidence is asked for by the engagement's auditors");
        }
    }

    private boolean isAuditor(Actor actor, EngagementId engagement) {
        return actor.ofTheFirm() && team.roles(engagement, actor.id()).stream().anyMatch(RAISES::contains);
    }
}
