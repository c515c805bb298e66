package io.tickmark.identity;

import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import io.tickmark.kernel.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clients of the audit firm, and the firm's own name. It asks no rights, as {@link People} does not. */
@Service
@Transactional(readOnly = true)
public class Clients {

    private static final int LONGEST_NAME = 200;

    private static final int MOST_NAMES = 10_000;

    private final JdbcClient database;
    private final Clock clock;
    /** What a client is called; nobody renames one, on this node or another. */
    private final Map<ClientId, Client> known = new ConcurrentHashMap<>();

    Clients(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Throws {@link Refused} for an empty or too long name, {@link Conflict} when the name is taken. */
    @Transactional
    public ClientId create(String name) {
        String clean = clean(name);
        if (isTaken(clean)) {
            throw new Conflict("There is an organisation of this name already: " + clean + ".");
        }
        ClientId id = ClientId.next();
        database.sql("insert into organisation (id, name, name_hash, firm, created) values (?, ?, ?, false, ?)")
                .params(id.toString(), clean, nameHash(clean), Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    public Optional<Client> find(ClientId id) {
        Client client = known.get(id);
        if (client != null) {
            return Optional.of(client);
        }
        Optional<Client> found = database.sql("select id, name from organisation where id = ? and firm = false")
                .param(id.toString())
                .query((row, n) -> new Client(ClientId.of(row.getString("id")), row.getString("name")))
                .optional();
        if (known.size() >= MOST_NAMES) {
            known.clear();
        }
        found.ifPresent(there -> known.put(id, there));
        return found;
    }

    /** What these clients are called, in at most one statement however many they are. */
    public Map<ClientId, String> names(Collection<ClientId> ids) {
        Map<ClientId, String> names = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            database.sql("select id, name from organisation where firm = false and id in (:ids)")
                    .param(
                            "ids",
                            ids.stream().map(ClientId::toString).distinct().toList())
                    .query(row -> {
                        names.put(ClientId.of(row.getString("id")), row.getString("name"));
                    });
        }
        return names;
    }

    /** Throws {@link NotFound} when there is no such client. */
    public Client get(ClientId id) {
        return find(id).orElseThrow(() -> new NotFound("There is no such client."));
    }

    /**
     * Clients by the order of their ids.
     *
     * @param after the id after which to start, or null for the beginning
     */
    public List<Client> list(@Nullable String after, int limit) {
        return database.sql("select id, name from organisation where firm = false and id > ? order by id limit ?")
                .params(after == null ? "" : after, limit)
                .query((row, n) -> new Client(ClientId.of(row.getString("id")), row.getString("name")))
                .list();
    }

    /** The name of the audit firm, as it signs. */
    public String firm() {
        return database.sql("select name from organisation where firm = true")
                .query(String.class)
                .single();
    }

    /** Throws as {@link #create} does. */
    @Transactional
    public void nameFirm(String name) {
        String clean = clean(name);
        if (!clean.equals(firm()) && isTaken(clean)) {
            throw new Conflict("There is an organisation of this name already: " + clean + ".");
        }
        database.sql("update organisation set name = ?, name_hash = ? where firm = true")
                .params(clean, nameHash(clean))
                .update();
    }

    private boolean isTaken(String name) {
        return database.sql("select count(*) from organisation where name_hash = ?")
                        .param(nameHash(name))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String clean(String name) {
        return OneLine.of("name", name, LONGEST_NAME);
    }

    /** Unique over this, not over the name: to some databases all emoji, or o and ö, are the same letter. */
    private static String nameHash(String name) {
        return Sha256.hex(name.toLowerCase(Locale.ROOT));
    }
}
