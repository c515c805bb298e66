package io.tickmark.modeling;

import io.tickmark.identity.Functions;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.NotFound;

/** Who may do what to the models: the firm's people see the releases, its process owners make and decide them. */
final class Owners {

    private Owners() {}

    /** Throws {@link NotFound} for clients: how the firm changes its methods is no business of theirs. */
    static void toSee(Actor actor) {
        if (!actor.ofTheFirm()) {
            throw new NotFound("There is nothing at this address.");
        }
    }

    static boolean is(Actor actor) {
        return actor.ofTheFirm() && actor.may(Functions.PROCESS_OWNER);
    }

    static void toSubmit(Actor actor) {
        if (!is(actor)) {
            throw new Forbidden("Only a process owner of the firm checks, submits and decides models.");
        }
    }

    /** Four eyes: whoever submitted a release never decides it. */
    static void toDecide(Actor actor, Release release) {
        toSubmit(actor);
        if (release.submittedBy(actor)) {
            throw new Forbidden("You submitted release " + release.number()
                    + " yourself: another process owner approves or rejects it. You may withdraw it.");
        }
    }
}
