package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import java.util.List;

/**
 * Who sees engagements without being of their team: the firm's partners, managers and project managers across clients,
 * and a client's sponsor and compliance lead their own client's.
 */
final class Visibility {

    private static final List<String> FIRM = List.of(Roles.PARTNER, Roles.MANAGER, Roles.PROJECT_MANAGER, "admin");
    private static final List<String> CLIENT = List.of(Roles.SPONSOR, Roles.COMPLIANCE);

    private Visibility() {}

    static boolean byFunction(Actor actor) {
        return (actor.ofTheFirm() ? FIRM : CLIENT).stream().anyMatch(actor::may);
    }
}
