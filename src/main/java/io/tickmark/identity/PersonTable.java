package io.tickmark.identity;

import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of people and their functions; one statement reads a person, for every request does. */
@Component
final class PersonTable {

    private static final String SELECT = """
            select p.id, p.username, p.name, p.email, p.client_id, p.enabled, p.version, p.password, p.stamp,
                   f.function_name
            from person p left join person_function f on f.person_id = p.id
            """;

    private final JdbcClient database;
    private final Clock clock;

    PersonTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<Account> byId(PersonId id) {
        return read("where p.id = ?", id.toString()).stream().findFirst();
    }

    Optional<Account> byUsername(String username) {
        return read("where p.username = ?", username).stream().findFirst();
    }

    Optional<Account> byTokenHash(String hash) {
        return read("join access_token t on t.person_id = p.id where t.token_hash = ?", hash).stream()
                .findFirst();
    }

    /** @param where the rest of the select after the joins; only constants of this module, never anything entered */
    List<Account> read(String where, @Nullable Object... params) {
        return database.sql(SELECT + where).params(params).query(PersonTable::accounts);
    }

    void insert(PersonId id, NewPerson person, @Nullable String password) {
        database.sql("insert into person (id, username, name, email, client_id, password, enabled, stamp, version,"
                        + " created) values (?, ?, ?, ?, ?, ?, true, 0, 0, ?)")
                .params(Arrays.asList(
                        id.toString(),
                        person.username(),
                        person.name(),
                        person.email(),
                        person.client() == null ? null : person.client().toString(),
                        password,
                        Timestamp.from(clock.instant())))
                .update();
        insertFunctions(id, person.functions());
    }

    /** False when somebody else changed the person since this version. */
    boolean update(Person person, boolean endSessions) {
        int changed = database.sql("update person set name = ?, email = ?, enabled = ?, stamp = stamp + ?,"
                        + " version = version + 1 where id = ? and version = ?")
                .params(Arrays.asList(
                        person.name(),
                        person.email(),
                        person.enabled(),
                        endSessions ? 1 : 0,
                        person.id().toString(),
                        person.version()))
                .update();
        if (changed == 0) {
            return false;
        }
        database.sql("delete from person_function where person_id = ?")
                .param(person.id().toString())
                .update();
        insertFunctions(person.id(), person.functions());
        return true;
    }

    void setPassword(PersonId id, String encoded) {
        database.sql("update person set password = ?, stamp = stamp + 1, version = version + 1 where id = ?")
                .params(encoded, id.toString())
                .update();
    }

    /** Until the transaction ends, for what must be done once only. */
    void lockFirm() {
        database.sql("select id from organisation where firm = true for update")
                .query(String.class)
                .single();
    }

    boolean nobodyCanSignIn() {
        return database.sql("select count(*) from person where password is not null")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void insertFunctions(PersonId id, Set<String> functions) {
        for (String function : functions) {
            database.sql("insert into person_function (person_id, function_name) values (?, ?)")
                    .params(id.toString(), function)
                    .update();
        }
    }

    private static List<Account> accounts(ResultSet row) throws SQLException {
        Map<String, Set<String>> functions = new LinkedHashMap<>();
        Map<String, Account> without = new LinkedHashMap<>();
        while (row.next()) {
            String id = row.getString("id");
            if (!without.containsKey(id)) {
                without.put(id, account(row));
            }
            String function = row.getString("function_name");
            Set<String> those = functions.computeIfAbsent(id, i -> new LinkedHashSet<>());
            if (function != null) {
                those.add(function);
            }
        }
        List<Account> accounts = new ArrayList<>();
        without.forEach((id, a) -> accounts.add(
                new Account(with(a.person(), functions.getOrDefault(id, Set.of())), a.password(), a.stamp())));
        return accounts;
    }

    private static Account account(ResultSet row) throws SQLException {
        String client = row.getString("client_id");
        Person person = new Person(
                PersonId.of(row.getString("id")),
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                client == null ? null : ClientId.of(client),
                Set.of(),
                row.getBoolean("enabled"),
                row.getInt("version"));
        return new Account(person, row.getString("password"), row.getInt("stamp"));
    }

    private static Person with(Person p, Set<String> functions) {
        return new Person(p.id(), p.username(), p.name(), p.email(), p.client(), functions, p.enabled(), p.version());
    }
}
