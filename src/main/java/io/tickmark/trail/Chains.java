package io.tickmark.trail;

import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trail's two tables. A chain is named by its engagement's id or {@link Trail#FIRM}. */
@Component
class Chains {

    record KeptRow(Row row, String hash) {
        Checkpoint checkpoint() {
            return new Checkpoint(row.seq(), hash);
        }
    }

    /** Where the chain ends by its head, and the number of the last row there is: they differ when rows were cut off. */
    record End(Checkpoint head, long lastRow) {}

    private static final int MANY = 10_000;
    private static final int LATELY = 100;

    private final JdbcClient jdbc;
    private final Map<String, Checkpoint> lastSeen = new ConcurrentHashMap<>();

    Chains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Two statements where one chain goes on and on: the head moves only from the entry that the new one was chained
     * to, and is locked from then on until the transaction ends. That is what keeps the numbers without gaps; where
     * the chain was last seen is only a guess, wrong after a rollback or when another node was here.
     */
    KeptRow append(String chain, Function<Checkpoint, Row> next) {
        Checkpoint guess = lastSeen.get(chain);
        KeptRow kept = guess == null ? null : tryAppend(guess, next.apply(guess));
        if (kept == null) {
            Checkpoint head = lockHead(chain);
            kept = tryAppend(head, next.apply(head));
        }
        if (kept == null) {
            throw new IllegalStateException("The head of the trail of " + chain + " moved although it was locked");
        }
        if (lastSeen.size() >= MANY) {
            lastSeen.clear();
        }
        lastSeen.put(chain, kept.checkpoint());
        return kept;
    }

    private @Nullable KeptRow tryAppend(Checkpoint head, Row row) {
        String hash = Sha256.hex(row.canonical());
        int moved = jdbc.sql("update trail_head set last_seq = ?, last_hash = ?"
                        + " where engagement_id = ? and last_seq = ? and last_hash = ?")
                .params(row.seq(), hash, row.engagement(), head.seq(), head.hash())
                .update();
        if (moved == 0) {
            return null;
        }
        insert(row, hash);
        return new KeptRow(row, hash);
    }

    private Checkpoint lockHead(String chain) {
        return selectForUpdate(chain).orElseGet(() -> {
            createHead(chain);
            return selectForUpdate(chain).orElseThrow();
        });
    }

    private Optional<Checkpoint> selectForUpdate(String chain) {
        return jdbc.sql("select last_seq, last_hash from trail_head where engagement_id = ? for update")
                .param(chain)
                .query(Chains::readHead)
                .optional();
    }

    private void createHead(String chain) {
        try {
            jdbc.sql("insert into trail_head (engagement_id, last_seq, last_hash) values (?, 0, ?)")
                    .params(chain, Checkpoint.GENESIS)
                    .update();
        } catch (DuplicateKeyException somebodyWasFirst) {
            // the head is there now, which is all that was wanted
        }
    }

    void insert(Row row, String hash) {
        jdbc.sql("insert into trail_entry (engagement_id, seq, recorded_at, actor, actor_name, event_name, facts,"
                        + " previous_hash, entry_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        row.engagement(),
                        row.seq(),
                        row.at(),
                        row.actor(),
                        row.actorName(),
                        row.event(),
                        row.facts(),
                        row.previous(),
                        hash)
                .update();
    }

    Checkpoint head(String chain) {
        return jdbc.sql("select last_seq, last_hash from trail_head where engagement_id = ?")
                .param(chain)
                .query(Chains::readHead)
                .optional()
                .orElse(Checkpoint.START);
    }

    /** One statement, so that both are of the same moment. */
    End end(String chain) {
        return jdbc.sql("select c.last_row, h.last_seq, h.last_hash from"
                        + " (select max(seq) as last_row from trail_entry where engagement_id = ?) c"
                        + " left join trail_head h on h.engagement_id = ?")
                .params(chain, chain)
                .query((row, n) -> new End(
                        row.getString("last_hash") == null ? Checkpoint.START : readHead(row, n),
                        row.getLong("last_row")))
                .single();
    }

    List<Entry> entries(String chain, long afterSeq, int limit) {
        return rows(chain, afterSeq, limit).stream()
                .map(kept -> kept.row().entry(kept.hash()))
                .toList();
    }

    List<KeptRow> rows(String chain, long afterSeq, int limit) {
        return jdbc.sql("select * from trail_entry where engagement_id = ? and seq > ? order by seq limit ?")
                .params(chain, afterSeq, limit)
                .query(Chains::read)
                .list();
    }

    List<Entry> newest(Map<EngagementId, Long> after, Set<String> events, String notBy, int limit) {
        List<Object> values = new ArrayList<>();
        String places = after.entrySet().stream()
                .map(place -> {
                    String chain = place.getKey().toString();
                    values.addAll(List.of(chain, place.getValue(), chain));
                    return "(engagement_id = ? and seq > ? and seq > (select h.last_seq - " + LATELY
                            + " from trail_head h where h.engagement_id = ?))";
                })
                .collect(Collectors.joining(" or "));
        values.addAll(events);
        values.add(notBy);
        values.add(limit);
        return jdbc
                .sql("select * from trail_entry where (" + places + ") and event_name in ("
                        + String.join(", ", Collections.nCopies(events.size(), "?"))
                        + ") and actor <> ? order by recorded_at desc, engagement_id, seq desc limit ?")
                .params(values)
                .query(Chains::read)
                .list()
                .stream()
                .map(kept -> kept.row().entry(kept.hash()))
                .toList();
    }

    private static Checkpoint readHead(ResultSet row, int n) throws SQLException {
        return new Checkpoint(row.getLong("last_seq"), row.getString("last_hash"));
    }

    private static KeptRow read(ResultSet row, int n) throws SQLException {
        return new KeptRow(Row.read(row), row.getString("entry_hash"));
    }
}
