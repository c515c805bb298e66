package io.tickmark.identity;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.PersonId;
import io.tickmark.kernel.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens of collectors: each is good for one address and for nothing else, whatever the person behind it may do. What a
 * collector may give there is for the module that answers at the address. Tokens live in real time.
 */
@Service
@Transactional
public class CollectorTokens {

    /** The only address that takes such a token, for {@code POST}. */
    public static final String ADDRESS = "/api/collect";

    static final String PREFIX = "tmc_";

    private final JdbcClient database;
    private final PersonTable people;
    private final Clock realTime = Clock.systemUTC();

    CollectorTokens(JdbcClient database, PersonTable people) {
        this.database = database;
        this.people = people;
    }

    /** @param token told now and never again */
    public record Made(UUID id, String token, Instant expires) {}

    /**
     * @param lastUsed null before it was
     * @param revoked null while it is not
     */
    public record State(
            Instant made,
            Instant expires,
            @Nullable Instant lastUsed,
            @Nullable Instant revoked) {}

    /** One that is at work, and in whose name. */
    record AtWork(UUID id, Account maker) {}

    /** @param good how long it is good for, at least a day */
    public Made make(PersonId maker, Duration good) {
        Instant now = now();
        Made made = new Made(UUID.randomUUID(), PREFIX + Secrets.next(), now.plus(good));
        database.sql("insert into collector_token (id, person_id, token_hash, created, expires) values (?, ?, ?, ?, ?)")
                .params(
                        made.id().toString(),
                        maker.toString(),
                        Sha256.hex(made.token()),
                        DatabaseTime.of(now),
                        DatabaseTime.of(made.expires()))
                .update();
        return made;
    }

    /** One that was revoked before stays as it is. */
    public void revoke(UUID token) {
        database.sql("update collector_token set revoked = ? where id = ? and revoked is null")
                .params(DatabaseTime.of(now()), token.toString())
                .update();
    }

    void revokeAll(PersonId maker) {
        database.sql("update collector_token set revoked = ? where person_id = ? and revoked is null")
                .params(DatabaseTime.of(now()), maker.toString())
                .update();
    }

    @Transactional(readOnly = true)
    public Map<UUID, State> states(Collection<UUID> tokens) {
        Map<UUID, State> states = new HashMap<>();
        if (!tokens.isEmpty()) {
            Set<String> ids = tokens.stream().map(UUID::toString).collect(Collectors.toSet());
            database.sql("select id, created, expires, last_used, revoked from collector_token where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        states.put(UUID.fromString(row.getString("id")), state(row));
                    });
        }
        return states;
    }

    private static State state(ResultSet row) throws SQLException {
        return new State(
                DatabaseTime.instant(row.getTimestamp("created")),
                DatabaseTime.instant(row.getTimestamp("expires")),
                instant(row.getTimestamp("last_used")),
                instant(row.getTimestamp("revoked")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : DatabaseTime.instant(time);
    }

    /** Whether tokens like this are no longer taken. */
    public boolean isOver(State state) {
        return state.revoked() != null || !now().isBefore(state.expires());
    }

    /** Notes that it is used; empty for one that is unknown, revoked or expired, or whose maker is gone. */
    Optional<AtWork> use(String token) {
        String hash = Sha256.hex(token);
        Timestamp now = DatabaseTime.of(now());
        Optional<AtWork> found = database.sql(
                        "select id, person_id from collector_token where token_hash = ? and revoked is null and expires > ?")
                .params(hash, now)
                .query((row, n) ->
                        Map.entry(UUID.fromString(row.getString("id")), PersonId.of(row.getString("person_id"))))
                .optional()
                .flatMap(one -> people.byId(one.getValue())
                        .filter(maker -> maker.person().enabled())
                        .map(maker -> new AtWork(one.getKey(), maker)));
        found.ifPresent(one -> database.sql("update collector_token set last_used = ? where id = ?")
                .params(now, one.id().toString())
                .update());
        return found;
    }

    static void mark(HttpServletRequest request, AtWork collector) {
        request.setAttribute(Actor.class.getName(), collector.maker().person().toActor());
        request.setAttribute(CollectorTokens.class.getName(), collector.id());
    }

    /** The token that this request came with; throws {@link Forbidden} where a person or a script of one asks. */
    public static UUID of(HttpServletRequest request) {
        if (request.getAttribute(CollectorTokens.class.getName()) instanceof UUID token) {
            return token;
        }
        throw new Forbidden("Evidence is given here with a collector's token; people upload it to the request");
    }

    private Instant now() {
        return realTime.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
