package io.tickmark.evidence;

import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Forbidden;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may take a file out together. From when the auditor has it, one of the two answers for the audit: the firm's manager
 * or partner, and for what is accepted the partner; the other is anybody at the client who gives evidence, or an auditor.
 * What the client still keeps to itself is two people's of the client, one of whom leads the engagement there.
 */
@Component
class PurgeRights {

    private final RequestSight sight;
    private final Team team;
    private final People people;

    PurgeRights(RequestSight sight, Team team, People people) {
        this.sight = sight;
        this.team = team;
        this.people = people;
    }

    /** For a person who sees the document; throws {@link Forbidden}. */
    void toAsk(Actor actor, Document document) {
        Set<String> side = actor.ofTheFirm() ? Roles.AUDIT_SIDE : Roles.CLIENT_SIDE;
        boolean works = team.roles(document.engagement(), actor.id()).stream().anyMatch(side::contains);
        if (!works && !sight.leads(actor, document.engagement())) {
            throw new Forbidden("That a file was given by mistake is said by those who give evidence or audit it");
        }
    }

    /** As {@link #toAsk}, for the second person. The rights of the first are looked at again too. */
    void toAgree(Actor actor, Document document, Purge asked) {
        if (actor.id().equals(asked.askedBy())) {
            throw new Forbidden(
                    "Two people take a file out together: whoever asked cannot agree too, in whatever role");
        }
        boolean leads = sight.leads(actor, document.engagement());
        if (!document.isReleased()) {
            if (!leads) {
                throw new Forbidden("The client still keeps it to itself: one who leads the engagement there agrees");
            }
            return;
        }
        boolean askedByOne = people.person(asked.askedBy())
                .filter(asker -> answersForTheAudit(asker, document))
                .isPresent();
        if (!answersForTheAudit(actor, document) && !(askedByOne && leads)) {
            throw new Forbidden(
                    document.state() == DocumentState.ACCEPTED
                            ? "It was accepted as evidence: the engagement's partner is one of the two who take it out"
                            : "The firm's manager or partner of the engagement is one of the two who take a file out");
        }
    }

    private boolean answersForTheAudit(Actor actor, Document document) {
        Set<String> roles = team.roles(document.engagement(), actor.id());
        return actor.ofTheFirm()
                && (roles.contains(Roles.PARTNER)
                        || document.state() != DocumentState.ACCEPTED && roles.contains(Roles.MANAGER));
    }
}
