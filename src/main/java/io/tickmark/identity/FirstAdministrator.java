package io.tickmark.identity;

import io.tickmark.kernel.PersonId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens an installation that nobody can sign in to yet. */
@Service
public class FirstAdministrator {

    private static final String USERNAME = "admin";

    private final People people;
    private final PersonTable table;
    private final Invitations invitations;

    FirstAdministrator(People people, PersonTable table, Invitations invitations) {
        this.people = people;
        this.table = table;
        this.invitations = invitations;
    }

    /**
     * While nobody has a password: creates the person {@code admin} where needed and answers the path of a fresh
     * one-time link, to be printed at start-up outside of demo mode. Links told at earlier starts end. Nodes that start
     * at once do it one after the other.
     */
    @Transactional
    public Optional<String> link() {
        table.lockFirm();
        if (!table.nobodyCanSignIn()) {
            return Optional.empty();
        }
        PersonId admin = table.byUsername(USERNAME)
                .map(a -> a.person().id())
                .orElseGet(() ->
                        people.createInvited(new NewPerson(USERNAME, "Administrator", null, Set.of(Functions.ADMIN))));
        return Optional.of(invitations.issue(admin));
    }
}
