package io.tickmark.identity;

import static java.util.Objects.requireNonNullElse;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.Refused;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Inviting, changing and disabling people, each with the right that it takes. */
@Service
@Transactional
class Administration {

    private final People people;
    private final PersonTable table;
    private final Invitations invitations;
    private final Tokens tokens;
    private final CollectorTokens collectors;

    Administration(
            People people, PersonTable table, Invitations invitations, Tokens tokens, CollectorTokens collectors) {
        this.people = people;
        this.table = table;
        this.invitations = invitations;
        this.tokens = tokens;
        this.collectors = collectors;
    }

    /** @param link where the person sets the password; told once */
    record Invited(PersonView person, String link) {}

    /** What is null stays as it is; an empty address removes it. */
    record Change(
            @Nullable String name,
            @Nullable String email,
            @Nullable Set<String> functions,
            @Nullable Boolean enabled,
            @Nullable Integer version) {}

    Invited invite(Actor actor, NewPerson person) {
        Rights.toManagePeople(actor, person.client());
        var id = people.createInvited(person);
        return new Invited(PersonView.of(people.get(person.username())), invitations.issue(id));
    }

    /**
     * A new link for somebody who lost the first one. Whoever holds the link can sign as that person: for people who
     * have a password already only an administrator gives one.
     */
    Invited inviteAgain(Actor actor, String username) {
        Person person = visible(actor, username);
        Rights.toManagePeople(actor, person.client());
        boolean active =
                table.byUsername(username).filter(a -> a.password() != null).isPresent();
        if (active && !actor.may(Functions.ADMIN)) {
            throw new Forbidden("Only an administrator lets somebody set a new password.");
        }
        return new Invited(PersonView.of(person), invitations.issue(person.id()));
    }

    PersonView change(Actor actor, String username, Change change) {
        Person now = visible(actor, username);
        Rights.toManagePeople(actor, now.client());
        if (change.version() == null) {
            throw new Refused("version", "Send the version that was read.");
        }
        boolean enabled = requireNonNullElse(change.enabled(), now.enabled());
        if (!enabled && now.id().equals(actor.id())) {
            throw new Refused("enabled", "Nobody disables themselves: ask somebody else.");
        }
        Person next = new Person(
                now.id(),
                now.username(),
                requireNonNullElse(change.name(), now.name()),
                email(now, change),
                now.client(),
                requireNonNullElse(change.functions(), now.functions()),
                enabled,
                change.version());
        if (!people.update(next)) {
            throw new Conflict("Somebody else changed " + username + " since: read it again.");
        }
        if (!enabled) {
            tokens.revokeAll(now.id());
            collectors.revokeAll(now.id());
            invitations.revoke(now.id());
        }
        return PersonView.of(people.get(username));
    }

    /** An empty text removes the address; none leaves it as it is. */
    private static @Nullable String email(Person now, Change change) {
        if (change.email() == null) {
            return now.email();
        }
        return change.email().isBlank() ? null : change.email();
    }

    @Transactional(readOnly = true)
    Person visible(Actor actor, String username) {
        Person person = people.get(username);
        Rights.toSee(actor, person.client());
        return person;
    }
}
