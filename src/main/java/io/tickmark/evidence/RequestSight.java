package io.tickmark.evidence;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may know of which requests: the firm's people who see the engagement, and those who lead it at the client, know
 * all; a control owner those that are theirs and those that are nobody's. A client's project manager knows what is
 * asked, and when it is due. Whoever is there in a role that was added knows of none.
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

    /**
     * What one person sees of one engagement.
     *
     * @param all every request of it
     * @param leads at the client, so that what is for its leads is for this person
     */
    record View(Actor actor, EngagementId engagement, boolean all, boolean leads) {

        boolean sees(EvidenceRequest request) {
            PersonId owner = request.owner();
            return request.engagement().equals(engagement) && (all || owner == null || owner.equals(actor.id()));
        }
    }

    /** Whether the person may know of the engagement, if of no request of it. */
    boolean knows(Actor actor, EngagementId engagement) {
        return engagements.isVisible(actor, engagement);
    }

    /** Empty when the person may not know of the engagement, or of any request of it. */
    Optional<View> view(Actor actor, EngagementId engagement) {
        if (!knows(actor, engagement)) {
            return Optional.empty();
        }
        if (actor.ofTheFirm()) {
            return Optional.of(new View(actor, engagement, true, false))
                    .filter(v -> team.looksInside(actor, engagement));
        }
        Set<String> roles = team.roles(engagement, actor.id());
        boolean leads = LEADS.stream().anyMatch(role -> actor.may(role) || roles.contains(role));
        boolean all = leads || roles.contains(Roles.PROJECT_MANAGER);
        return Optional.of(new View(actor, engagement, all, leads))
                .filter(v -> all || roles.contains(Roles.CONTROL_OWNER));
    }

    boolean sees(Actor actor, EvidenceRequest request) {
        return view(actor, request.engagement())
                .filter(view -> view.sees(request))
                .isPresent();
    }

    /** Whether the person leads the engagement at the client. */
    boolean leads(Actor actor, EngagementId engagement) {
        return view(actor, engagement).map(View::leads).orElse(false);
    }
}
