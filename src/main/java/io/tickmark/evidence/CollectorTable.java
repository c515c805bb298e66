package io.tickmark.evidence;

import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of collectors, and of what each is bound to; three statements read however many. */
@Component
class CollectorTable {

    private static final String SELECT =
            "select c.id, c.engagement_id, c.client_id, c.name, c.made_by from collector c where ";

    private final JdbcClient database;

    CollectorTable(JdbcClient database) {
        this.database = database;
    }

    @Transactional
    public void insert(Collector made) {
        database.sql("insert into collector (id, engagement_id, client_id, name, made_by) values (?, ?, ?, ?, ?)")
                .params(
                        made.id().toString(),
                        made.engagement().toString(),
                        made.client().toString(),
                        made.name(),
                        made.madeBy().toString())
                .update();
        made.controls().forEach(control -> database.sql(
                        "insert into collector_control (collector_id, control_ref) values (?, ?)")
                .params(made.id().toString(), control)
                .update());
        made.requests().forEach(request -> database.sql(
                        "insert into collector_request (collector_id, request_id) values (?, ?)")
                .params(made.id().toString(), request.toString())
                .update());
    }

    @Transactional(readOnly = true)
    public Optional<Collector> find(UUID id) {
        return read("c.id = ?", id.toString()).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public List<Collector> of(EngagementId engagement) {
        return read("c.engagement_id = ?", engagement.toString());
    }

    private List<Collector> read(String which, String id) {
        Map<String, Set<String>> controls = new HashMap<>();
        Map<String, Set<UUID>> requests = new HashMap<>();
        database.sql("select b.collector_id, b.control_ref from collector_control b"
                        + " join collector c on c.id = b.collector_id where " + which)
                .param(id)
                .query(row -> {
                    controls.computeIfAbsent(row.getString(1), c -> new TreeSet<>())
                            .add(row.getString(2));
                });
        database.sql("select b.collector_id, b.request_id from collector_request b"
                        + " join collector c on c.id = b.collector_id where " + which)
                .param(id)
                .query(row -> {
                    requests.computeIfAbsent(row.getString(1), c -> new TreeSet<>())
                            .add(UUID.fromString(row.getString(2)));
                });
        return database.sql(SELECT + which + " order by c.name, c.id")
                .param(id)
                .query((row, n) -> collector(row, controls, requests))
                .list();
    }

    private static Collector collector(
            ResultSet row, Map<String, Set<String>> controls, Map<String, Set<UUID>> requests) throws SQLException {
        String id = row.getString("id");
        return new Collector(
                UUID.fromString(id),
                EngagementId.of(row.getString("engagement_id")),
                ClientId.of(row.getString("client_id")),
                row.getString("name"),
                PersonId.of(row.getString("made_by")),
                controls.getOrDefault(id, Set.of()),
                requests.getOrDefault(id, Set.of()));
    }
}
