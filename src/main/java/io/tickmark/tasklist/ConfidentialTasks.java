package io.tickmark.tasklist;

import io.tickmark.engagement.Roles;
import io.tickmark.kernel.PersonId;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests whose tasks are for named people of the client, and for the auditors of the team. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ConfidentialTasks {

    /** Stands in the where of every question about open tasks; {@code :me} is who asks. */
    static final String OPEN = "(t.confidential = false or exists (select 1 from confidential_reader c"
            + " where c.request_id = t.request_id and c.person_id = :me) or exists (select 1 from team_member a"
            + " where a.engagement_id = t.engagement_id and a.person_id = :me and a.role_name in ("
            + Roles.AUDIT_SIDE.stream().map(role -> "'" + role + "'").sorted().collect(Collectors.joining(", "))
            + ")))";

    private final JdbcClient database;

    ConfidentialTasks(JdbcClient database) {
        this.database = database;
    }

    /** From now on the request's tasks are for these people of the client, in place of those named before. */
    public void name(UUID request, Collection<PersonId> readers) {
        open(request);
        database.sql("insert into confidential_request (request_id) values (?)")
                .param(request.toString())
                .update();
        readers.stream().distinct().forEach(reader -> database.sql(
                        "insert into confidential_reader (request_id, person_id) values (?, ?)")
                .params(request.toString(), reader.toString())
                .update());
        mark(request, true);
    }

    /** The request's tasks are for everybody of their roles again. */
    public void open(UUID request) {
        database.sql("delete from confidential_request where request_id = ?")
                .param(request.toString())
                .update();
        mark(request, false);
    }

    private void mark(UUID request, boolean confidential) {
        database.sql("update inbox_task set confidential = ? where request_id = ?")
                .params(confidential, request.toString())
                .update();
    }
}
