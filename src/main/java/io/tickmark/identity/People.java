package io.tickmark.identity;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refused;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everybody who is known here. It answers across clients and asks no rights: who calls it on behalf of a person keeps
 * what it answers inside that person's organisation.
 */
@Service
@Transactional(readOnly = true)
public class People {

    private final PersonTable table;
    private final PasswordEncoder passwords;
    private final ObjectProvider<AddedFunctions> added;

    People(PersonTable table, PasswordEncoder passwords, ObjectProvider<AddedFunctions> added) {
        this.table = table;
        this.passwords = passwords;
        this.added = added;
    }

    public Optional<Actor> named(String username) {
        return table.byUsername(username).map(a -> a.person().toActor());
    }

    public Optional<Actor> person(PersonId id) {
        return table.byId(id).map(a -> a.person().toActor());
    }

    /** Those of the ids that exist, in one statement however many they are. */
    public Map<PersonId, Actor> persons(Collection<PersonId> ids) {
        Map<PersonId, Actor> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
            Object[] texts = ids.stream().map(PersonId::toString).toArray();
            table.read("where p.id in (" + marks + ")", texts)
                    .forEach(a -> found.put(a.person().id(), a.person().toActor()));
        }
        return found;
    }

    /** The username, or {@code ?} when there is no such person; in lists take {@link #persons} instead. */
    public String username(PersonId id) {
        return person(id).map(Actor::username).orElse("?");
    }

    /** The name to show, or {@code ?} when there is no such person; in lists take {@link #persons} instead. */
    public String name(PersonId id) {
        return person(id).map(Actor::name).orElse("?");
    }

    /** Throws {@link NotFound} when there is no such person. */
    Person get(String username) {
        return table.byUsername(username)
                .map(Account::person)
                .orElseThrow(() -> new NotFound("There is no such person."));
    }

    /** False when somebody else changed the person since this version; a disabled person's sessions and tokens die. */
    @Transactional
    boolean update(Person person) {
        PersonEntry.check(person, added(person.client()));
        return table.update(person, !person.enabled());
    }

    /** One organisation's people by username, from the one after {@code after} on; null is the firm. */
    List<Person> list(@Nullable ClientId organisation, String after, int limit) {
        // the rows are cut by person before the functions are joined to them
        String page = "where p.id in (select c.id from (select id from person where "
                + (organisation == null ? "client_id is null" : "client_id = ?")
                + " and username > ? order by username limit ?) c) order by p.username";
        return organisation == null ? read(page, after, limit) : read(page, organisation.toString(), after, limit);
    }

    /** The audit firm's people by username, those who may not sign in any more included. */
    public List<Person> ofTheFirm() {
        return read("where p.client_id is null order by p.username");
    }

    /** The client's people by username, those who may not sign in any more included. */
    public List<Person> ofClient(ClientId client) {
        return read("where p.client_id = ? order by p.username", client.toString());
    }

    /** The audit firm's people who have this function and may sign in, by username. */
    public List<Person> ofTheFirm(String function) {
        return read(
                "where p.client_id is null and p.enabled = true and exists (select 1 from person_function g"
                        + " where g.person_id = p.id and g.function_name = ?) order by p.username",
                function);
    }

    /** The client's people who have this function and may sign in, by username. */
    public List<Person> ofClient(ClientId client, String function) {
        return read(
                "where p.client_id = ? and p.enabled = true and exists (select 1 from person_function g"
                        + " where g.person_id = p.id and g.function_name = ?) order by p.username",
                client.toString(),
                function);
    }

    /**
     * Creates a person who can sign in at once; for worlds that are loaded, not for people who can choose their own
     * password. The password is taken as it is. Throws {@link Refused} and {@link Conflict} as an invitation does.
     */
    @Transactional
    public PersonId create(NewPerson person, String rawPassword) {
        return insert(person, Optional.of(rawPassword));
    }

    /** Creates a person who cannot sign in before an invitation is accepted. */
    @Transactional
    PersonId createInvited(NewPerson person) {
        return insert(person, Optional.empty());
    }

    private PersonId insert(NewPerson person, Optional<String> rawPassword) {
        PersonEntry.check(person, added(person.client()));
        if (table.byUsername(person.username()).isPresent()) {
            // the same answer for every organisation's names: a username is no secret, whose it is would be one
            throw new Conflict("The username " + person.username() + " is taken: choose another one.");
        }
        PersonId id = PersonId.next();
        table.insert(id, person, rawPassword.map(passwords::encode).orElse(null));
        return id;
    }

    private Set<String> added(@Nullable ClientId client) {
        return added.stream()
                .flatMap(more -> more.functions(client == null).stream())
                .collect(Collectors.toSet());
    }

    private List<Person> read(String where, Object... params) {
        return table.read(where, params).stream().map(Account::person).toList();
    }
}
