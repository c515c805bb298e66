package io.tickmark.identity;

import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Refused;
import io.tickmark.kernel.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tokens that people give to their scripts. A token is told once, when it is made. */
@Service
@Transactional
class Tokens {

    private static final int LONGEST_NAME = 100;
    private static final int MOST = 100;

    private final JdbcClient database;
    private final Clock clock;

    Tokens(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Token(UUID id, String name, Instant created) {}

    record NewToken(UUID id, String name, String token) {}

    NewToken create(PersonId person, String name) {
        String clean = OneLine.of("name", name, LONGEST_NAME);
        if (of(person).size() >= MOST) {
            throw new Refused("name", "You have " + MOST + " tokens: revoke those you no longer use.");
        }
        NewToken token = new NewToken(UUID.randomUUID(), clean, "tm_" + Secrets.next());
        database.sql("insert into access_token (id, person_id, name, token_hash, created) values (?, ?, ?, ?, ?)")
                .params(
                        token.id().toString(),
                        person.toString(),
                        clean,
                        Sha256.hex(token.token()),
                        Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    @Transactional(readOnly = true)
    List<Token> of(PersonId person) {
        return database.sql("select id, name, created from access_token where person_id = ? order by created, id")
                .param(person.toString())
                .query((row, n) -> new Token(
                        UUID.fromString(row.getString("id")),
                        row.getString("name"),
                        row.getTimestamp("created").toInstant()))
                .list();
    }

    /** Throws {@link NotFound} for a token that is not this person's. */
    void revoke(PersonId person, UUID token) {
        int gone = database.sql("delete from access_token where id = ? and person_id = ?")
                .params(token.toString(), person.toString())
                .update();
        if (gone == 0) {
            throw new NotFound("You have no such token.");
        }
    }

    void revokeAll(PersonId person) {
        database.sql("delete from access_token where person_id = ?")
                .param(person.toString())
                .update();
    }
}
