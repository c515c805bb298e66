package io.tickmark.evidence;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may know of which requests: the firm's people who see the engagement, and those who lead it at the client, know
 * all; a control owner those that are theirs and those that are nobody's. A client's project manager knows what is
 * asked, and when it is due. Whoever is there in a role that was added knows of none. A confidential request is known to
 * its owner, to the people of the client whom it names, and to the engagement's auditors, and to nobody else.
 */
@Component
class RequestSight {

    private static final Set<String> LEADS = Set.of(Roles.SPONSOR, Roles.COMPLIANCE);

    private final Engagements engagements;
    private final Team team;
    private final RequestRepository requests;
    private final RequestReaders readers;

    RequestSight(Engagements engagements, Team team, RequestRepository requests, RequestReaders readers) {
        this.engagements = engagements;
        this.team = team;
        this.requests = requests;
        this.readers = readers;
    }

    /** What one person sees of one engagement, as it was when it was first asked. */
    final class View {

        private final Actor actor;
        private final EngagementId engagement;
        private final boolean all;
        private final boolean leads;
        private @Nullable Boolean audits;
        private @Nullable Set<UUID> naming;

        private View(Actor actor, EngagementId engagement, boolean all, boolean leads) {
            this.actor = actor;
            this.engagement = engagement;
            this.all = all;
            this.leads = leads;
        }

        Actor actor() {
            return actor;
        }

        EngagementId engagement() {
            return engagement;
        }

        /** Every request of it that is not confidential. */
        boolean all() {
            return all;
        }

        /** At the client, so that what is for its leads is for this person. */
        boolean leads() {
            return leads;
        }

        /** Confidential requests too. */
        boolean audits() {
            Boolean known = audits;
            if (known == null) {
                known = RequestSight.this.audits(actor, engagement);
                audits = known;
            }
            return known;
        }

        boolean sees(EvidenceRequest request) {
            PersonId owner = request.owner();
            if (!request.engagement().equals(engagement)) {
                return false;
            }
            if (request.isConfidential()) {
                return actor.ofTheFirm() ? audits() : actor.id().equals(owner) || names(request);
            }
            return all || owner == null || owner.equals(actor.id());
        }

        private boolean names(EvidenceRequest request) {
            Set<UUID> known = naming;
            if (known == null) {
                known = readers.naming(engagement, actor.id());
                naming = known;
            }
            return known.contains(request.id());
        }
    }

    /** Whether the person is one of the engagement's auditors, whom nothing of it is hidden from. */
    private boolean audits(Actor actor, EngagementId engagement) {
        return actor.ofTheFirm() && team.roles(engagement, actor.id()).stream().anyMatch(Roles.AUDIT_SIDE::contains);
    }

    /** Those of the requests that are confidential and do not name the person. */
    Set<UUID> hidden(Actor actor, EngagementId engagement, Collection<UUID> some) {
        Set<UUID> hidden =
                some.isEmpty() ? Set.of() : requests.notNaming(some, actor.id().value());
        return hidden.isEmpty() || audits(actor, engagement) ? Set.of() : hidden;
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
