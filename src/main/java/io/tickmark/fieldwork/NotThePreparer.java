package io.tickmark.fieldwork;

import io.tickmark.identity.People;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Refusal;
import java.util.List;

/** Separation of duties at the act: roles may have changed hands since the workpaper was prepared. */
final class NotThePreparer {

    private NotThePreparer() {}

    static List<Refusal> refusals(ControlTest test, Actor actor, People people, String field) {
        return actor.id().equals(test.preparedBy())
                ? List.of(new Refusal(
                        field,
                        people.name(actor.id()) + " prepared this workpaper, so somebody else must do this. If nobody"
                                + " else of the team can, name another person for the role in the engagement's team"))
                : List.of();
    }
}
