package io.tickmark.tasklist;

import io.tickmark.kernel.Actor;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a person has entered on a task and not yet completed; one draft per person, gone with the task. */
@Component
class TaskDrafts {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    TaskDrafts(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    void save(String task, Actor actor, ObjectNode data) {
        database.sql("delete from task_draft where task_id = ? and person_id = ?")
                .params(task, actor.id().toString())
                .update();
        database.sql("insert into task_draft (task_id, person_id, saved_at, answers) values (?, ?, ?, ?)")
                .params(task, actor.id().toString(), Inbox.timestamp(clock.instant()), json.writeValueAsString(data))
                .update();
    }

    Optional<ObjectNode> find(String task, Actor actor) {
        return database.sql("select answers from task_draft where task_id = ? and person_id = ?")
                .params(task, actor.id().toString())
                .query(String.class)
                .optional()
                .map(text -> (ObjectNode) json.readTree(text));
    }

    /**
     * Lays a draft over what the server knows. A draft holds the fields of a form only, also inside of objects
     * ({@code request.title}): what a condition of the form needs beside them has to stay.
     */
    static void layOver(ObjectNode known, ObjectNode draft) {
        draft.forEachEntry((key, entered) -> {
            if (entered instanceof ObjectNode parts && known.get(key) instanceof ObjectNode whole) {
                layOver(whole, parts);
            } else {
                known.set(key, entered);
            }
        });
    }
}
