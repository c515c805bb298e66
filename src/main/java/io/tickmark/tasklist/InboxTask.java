package io.tickmark.tasklist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One open task as a row of the inbox. */
record InboxTask(
        String id,
        String key,
        String name,
        String subject,
        @JsonIgnore String subjectId,
        String engagement,
        String engagementTitle,
        String process,
        String phase,
        String role,
        @Nullable String assignee,
        @JsonIgnore @Nullable PersonId assigneeId,
        @Nullable Instant due,
        @JsonIgnore Instant dueSort,
        Instant opened,
        int version,
        @Nullable String requestId) {

    static final String COLUMNS =
            "t.id, t.task_key, t.name, t.subject, t.subject_id, t.engagement_id, t.engagement_title,"
                    + " t.process, t.phase, t.role_name, t.assignee, t.assignee_id, t.due_at, t.due_sort, t.opened_at, t.version,"
                    + " t.request_id";

    static InboxTask read(ResultSet row, int index) throws SQLException {
        String assigneeId = row.getString("assignee_id");
        Timestamp due = row.getTimestamp("due_at");
        return new InboxTask(
                row.getString("id"),
                row.getString("task_key"),
                row.getString("name"),
                row.getString("subject"),
                row.getString("subject_id"),
                row.getString("engagement_id"),
                row.getString("engagement_title"),
                row.getString("process"),
                row.getString("phase"),
                row.getString("role_name"),
                row.getString("assignee"),
                assigneeId == null ? null : PersonId.of(assigneeId),
                due == null ? null : instant(due),
                instant(row.getTimestamp("due_sort")),
                instant(row.getTimestamp("opened_at")),
                row.getInt("version"),
                row.getString("request_id"));
    }

    /** The same task with another person, or with nobody. */
    InboxTask with(@Nullable Actor person) {
        return new InboxTask(
                id,
                key,
                name,
                subject,
                subjectId,
                engagement,
                engagementTitle,
                process,
                phase,
                role,
                person == null ? null : person.username(),
                person == null ? null : person.id(),
                due,
                dueSort,
                opened,
                version + 1,
                requestId);
    }

    private static Instant instant(Timestamp timestamp) {
        return DatabaseTime.instant(timestamp);
    }
}
