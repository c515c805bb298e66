package io.tickmark.identity;

import static io.tickmark.identity.Functions.ADMIN;
import static io.tickmark.identity.Functions.AUDIT_MANAGER;
import static io.tickmark.identity.Functions.AUDIT_PARTNER;
import static io.tickmark.identity.Functions.CLIENT_COMPLIANCE;
import static io.tickmark.identity.Functions.CLIENT_SPONSOR;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;
import org.jspecify.annotations.Nullable;

/** Who may do what to whom. What belongs to another client does not exist, for whoever asks. */
final class Rights {

    private Rights() {}

    /** Throws {@link NotFound} when the actor may not know of people or things of this organisation. */
    static void toSee(Actor actor, @Nullable ClientId organisation) {
        if (actor.client() != null && !actor.client().equals(organisation)) {
            throw new NotFound("There is nothing at this address.");
        }
    }

    /** People of the firm are the administrator's; those of a client also its own compliance's and sponsor's. */
    static void toManagePeople(Actor actor, @Nullable ClientId organisation) {
        toSee(actor, organisation);
        boolean may = actor.ofTheFirm()
                ? actor.may(ADMIN) || (organisation != null && leadsAudits(actor))
                : actor.may(CLIENT_COMPLIANCE) || actor.may(CLIENT_SPONSOR);
        if (!may) {
            throw new Forbidden(
                    organisation == null
                            ? "Only an administrator manages the firm's people."
                            : "Only an administrator, an audit manager or partner, or the client's own compliance"
                                    + " lead or sponsor manages these people.");
        }
    }

    static void toOpenClients(Actor actor) {
        if (!actor.ofTheFirm() || !(actor.may(ADMIN) || leadsAudits(actor))) {
            throw new Forbidden("Only an administrator, an audit manager or an audit partner opens a client.");
        }
    }

    static void toAdminister(Actor actor) {
        if (!actor.ofTheFirm() || !actor.may(ADMIN)) {
            throw new Forbidden("Only an administrator may do this.");
        }
    }

    private static boolean leadsAudits(Actor actor) {
        return actor.may(AUDIT_MANAGER) || actor.may(AUDIT_PARTNER);
    }
}
