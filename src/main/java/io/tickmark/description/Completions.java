package io.tickmark.description;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.EngagementId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When management said that its description is complete; from then on it stands, until work goes back to fieldwork. */
@Component
class Completions {

    /** @param by the person's name */
    record Completion(Instant at, String by) {}

    private final JdbcClient database;

    Completions(JdbcClient database) {
        this.database = database;
    }

    /** Empty while the description may be written. */
    Optional<Completion> standing(EngagementId engagement) {
        return database.sql("select completed_at, completer from description_completion where engagement_id = ?"
                        + " and reopened_at is null order by completed_at desc limit 1")
                .param(engagement.toString())
                .query((row, index) -> new Completion(
                        DatabaseTime.instant(row.getTimestamp("completed_at")), row.getString("completer")))
                .optional();
    }

    void add(EngagementId engagement, Actor by, Instant at) {
        database.sql("insert into description_completion (id, engagement_id, completed_at, completed_by, completer)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        engagement.toString(),
                        DatabaseTime.of(at),
                        by.id().toString(),
                        by.name())
                .update();
    }

    /** @return whether one stood */
    boolean reopen(EngagementId engagement, Instant at) {
        return database.sql("update description_completion set reopened_at = ? where engagement_id = ?"
                                + " and reopened_at is null")
                        .params(DatabaseTime.of(at), engagement.toString())
                        .update()
                > 0;
    }
}
