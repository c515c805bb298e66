package io.tickmark.description;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who reads the description and the register, who writes them, and who comments. */
@Component
class DescriptionSight {

    private static final Set<String> MANAGEMENT = Set.of(Roles.SPONSOR, Roles.COMPLIANCE);

    private final Engagements engagements;
    private final Team team;

    DescriptionSight(Engagements engagements, Team team) {
        this.engagements = engagements;
        this.team = team;
    }

    /** Throws {@link NotFound} for another client's people, {@link Forbidden} for those of the firm who do not look inside. */
    EngagementFacts read(Actor actor, EngagementId engagement) {
        EngagementFacts facts = engagements.visible(actor, engagement);
        if (actor.ofTheFirm() && !team.looksInside(actor, engagement)) {
            throw new Forbidden("Of the firm, the description is for those who audit it or lead audits");
        }
        return facts;
    }

    boolean maySay(Actor actor, EngagementId engagement) {
        return !actor.ofTheFirm() && holds(actor, engagement, MANAGEMENT);
    }

    EngagementFacts say(Actor actor, EngagementId engagement) {
        EngagementFacts facts = read(actor, engagement);
        if (!maySay(actor, engagement)) {
            throw new Forbidden("The description is management's: the sponsor and the compliance lead of the engagement"
                    + " write it");
        }
        return facts;
    }

    boolean mayRecord(Actor actor, EngagementId engagement) {
        return !actor.ofTheFirm() && holds(actor, engagement, Roles.CLIENT_SIDE);
    }

    EngagementFacts record(Actor actor, EngagementId engagement) {
        EngagementFacts facts = read(actor, engagement);
        if (!mayRecord(actor, engagement)) {
            throw new Forbidden("Incidents and changes are recorded by the client's people in the engagement; auditors"
                    + " ask about them in a comment");
        }
        return facts;
    }

    boolean mayComment(Actor actor, EngagementId engagement) {
        return actor.ofTheFirm() && holds(actor, engagement, Roles.AUDIT_SIDE);
    }

    void comment(Actor actor, EngagementId engagement) {
        read(actor, engagement);
        if (!mayComment(actor, engagement)) {
            throw new Forbidden("Comments are the auditors' of the engagement; management answers them");
        }
    }

    /** Shared comments are answered by management and by the auditors; what is internal nobody else knows of. */
    void answer(Actor actor, EngagementId engagement) {
        read(actor, engagement);
        if (!mayRecord(actor, engagement) && !mayComment(actor, engagement)) {
            throw new Forbidden("Comments are answered by the people of the engagement");
        }
    }

    /** Whether he sees comments that are internal to the firm. */
    boolean seesInternal(Actor actor, EngagementId engagement) {
        return actor.ofTheFirm() && team.readsWorkpapers(actor, engagement);
    }

    private boolean holds(Actor actor, EngagementId engagement, Collection<String> roles) {
        return !Collections.disjoint(team.roles(engagement, actor.id()), roles);
    }
}
