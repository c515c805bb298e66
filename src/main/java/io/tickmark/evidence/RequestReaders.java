package io.tickmark.evidence;

import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whom confidential requests name. */
@Component
class RequestReaders {

    private final JdbcClient database;

    RequestReaders(JdbcClient database) {
        this.database = database;
    }

    /** The confidential requests of the engagement that name the person. */
    @Transactional(readOnly = true)
    public Set<UUID> naming(EngagementId engagement, PersonId person) {
        return new HashSet<>(database.sql("select n.request_id from request_reader n join evidence_request r"
                        + " on r.id = n.request_id where r.engagement_id = ? and n.person_id = ?")
                .params(engagement.toString(), person.toString())
                .query((row, n) -> UUID.fromString(row.getString("request_id")))
                .list());
    }

    /** In a stable order; a request that names nobody is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, List<PersonId>> of(Collection<UUID> requests) {
        Map<UUID, List<PersonId>> readers = new LinkedHashMap<>();
        if (!requests.isEmpty()) {
            database.sql("select request_id, person_id from request_reader where request_id in (:requests)"
                            + " order by person_id")
                    .param("requests", requests.stream().map(UUID::toString).toList())
                    .query(row -> {
                        readers.computeIfAbsent(UUID.fromString(row.getString("request_id")), id -> new ArrayList<>())
                                .add(PersonId.of(row.getString("person_id")));
                    });
        }
        return readers;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(UUID request, Collection<PersonId> readers) {
        database.sql("delete from request_reader where request_id = ?")
                .param(request.toString())
                .update();
        readers.stream().distinct().forEach(reader -> database.sql(
                        "insert into request_reader (request_id, person_id) values (?, ?)")
                .params(request.toString(), reader.toString())
                .update());
    }
}
