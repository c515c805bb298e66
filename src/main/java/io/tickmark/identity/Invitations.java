package io.tickmark.identity;

import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links with which people set their password: good once, for 14 days, and only the newest of a person. */
@Service
@Transactional
class Invitations {

    private static final Duration OPEN = Duration.ofDays(14);

    private final JdbcClient database;
    private final PersonTable people;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Invitations(JdbcClient database, PersonTable people, PasswordEncoder passwords, Clock clock) {
        this.database = database;
        this.people = people;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** The link's path, {@code /invitations/…}; it is told once, and links told earlier end. */
    String issue(PersonId person) {
        revoke(person);
        String code = Secrets.next();
        database.sql("insert into invitation (id, person_id, code_hash, expires) values (?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        person.toString(),
                        Sha256.hex(code),
                        Timestamp.from(clock.instant().plus(OPEN)))
                .update();
        return "/invitations/" + code;
    }

    /** Throws {@link NotFound} when the code was used, replaced, is over or never was. */
    @Transactional(readOnly = true)
    Person invited(String code) {
        return database.sql("select person_id from invitation where code_hash = ? and expires > ?")
                .params(Sha256.hex(code), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .flatMap(id -> people.byId(PersonId.of(id)))
                .map(Account::person)
                .filter(Person::enabled)
                .orElseThrow(Invitations::over);
    }

    /** Sets the password; sessions begun with an earlier one die. Throws as {@link #invited} and {@link Passwords}. */
    Person accept(String code, String password) {
        Person person = invited(code);
        Passwords.check(password, person.username());
        int used = database.sql("delete from invitation where code_hash = ?")
                .param(Sha256.hex(code))
                .update();
        if (used == 0) {
            throw over();
        }
        people.setPassword(person.id(), String.valueOf(passwords.encode(password)));
        return person;
    }

    void revoke(PersonId person) {
        database.sql("delete from invitation where person_id = ?")
                .param(person.toString())
                .update();
    }

    private static NotFound over() {
        return new NotFound("This invitation is not open any more: ask for a new one.");
    }
}
