package io.tickmark.workflow;

import io.tickmark.kernel.EngagementId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user task with what its process instance holds, from the rows of one statement; the engine itself takes five. */
final class TaskReading {

    static final String SELECT = """
            select t.TASK_DEF_KEY_, t.NAME_ as TASK_NAME_, t.ASSIGNEE_, t.DUE_DATE_, t.EXECUTION_ID_, t.PROC_INST_ID_,
                   t.PROC_DEF_ID_, l.GROUP_ID_, x.ID_ as SCOPE_ID_, x.PARENT_ID_, x.BUSINESS_KEY_,
                   v.NAME_, v.TYPE_, v.LONG_, v.DOUBLE_, v.TEXT_
            from ACT_RU_TASK t
            join ACT_RU_EXECUTION x on x.PROC_INST_ID_ = t.PROC_INST_ID_
            left join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.GROUP_ID_ is not null
            left join ACT_RU_VARIABLE v on v.EXECUTION_ID_ = x.ID_ and v.TASK_ID_ is null
            where t.ID_ = ?
            """;

    /** What a deployed model says of a task, and will always say. */
    record Drawn(String process, String deployment, String form) {}

    interface Models {
        Drawn task(String definition, String key);
    }

    private record Scope(@Nullable String parent, Map<String, @Nullable Object> variables) {}

    private final String id;
    private final Map<String, Scope> scopes = new HashMap<>();
    private String key = "";
    private String name = "";
    private String execution = "";
    private String instance = "";
    private String definition = "";
    private String role = "";
    private String engagement = "";
    private @Nullable String assignee;
    private @Nullable Date due;
    private boolean plain = true;

    TaskReading(String id) {
        this.id = id;
    }

    /** Empty where there is no such task. */
    Optional<OpenTask> read(ResultSet row, Models models) throws SQLException {
        while (row.next()) {
            take(row);
        }
        if (definition.isEmpty()) {
            return Optional.empty();
        }
        Drawn drawn = models.task(definition, key);
        Map<String, @Nullable Object> variables = variables();
        return Optional.of(new OpenTask(
                id,
                key,
                name,
                EngagementId.of(engagement),
                drawn.process(),
                instance,
                drawn.deployment(),
                drawn.form(),
                role,
                assignee,
                due == null ? null : due.toInstant(),
                ModelListeners.loopCounter(variables.get("loopCounter")),
                variables));
    }

    /** False where the instance holds a value that only the engine can read. */
    boolean isPlain() {
        return plain;
    }

    private void take(ResultSet row) throws SQLException {
        if (definition.isEmpty()) {
            definition = row.getString("PROC_DEF_ID_");
            key = row.getString("TASK_DEF_KEY_");
            name = row.getString("TASK_NAME_");
            execution = row.getString("EXECUTION_ID_");
            instance = row.getString("PROC_INST_ID_");
            role = Objects.requireNonNullElse(row.getString("GROUP_ID_"), "");
            assignee = row.getString("ASSIGNEE_");
            due = row.getTimestamp("DUE_DATE_");
        }
        String scope = row.getString("SCOPE_ID_");
        if (scope.equals(instance)) {
            engagement = row.getString("BUSINESS_KEY_");
        }
        Scope holder = scopes.get(scope);
        if (holder == null) {
            holder = new Scope(row.getString("PARENT_ID_"), new HashMap<>());
            scopes.put(scope, holder);
        }
        String type = row.getString("TYPE_");
        if (type != null) {
            holder.variables().put(row.getString("NAME_"), value(type, row));
        }
    }

    /** As the engine reads what it writes for these types; null also for a variable that is set to nothing. */
    private @Nullable Object value(String type, ResultSet row) throws SQLException {
        return switch (type) {
            case "null" -> null;
            case "string" -> row.getString("TEXT_");
            case "double" -> row.getObject("DOUBLE_", Double.class);
            case "boolean", "integer", "long", "date" -> whole(type, row);
            default -> {
                plain = false;
                yield null;
            }
        };
    }

    private static @Nullable Object whole(String type, ResultSet row) throws SQLException {
        long number = row.getLong("LONG_");
        if (row.wasNull()) {
            return null;
        }
        return switch (type) {
            case "boolean" -> number == 1;
            case "integer" -> (int) number;
            case "date" -> new Date(number);
            default -> number;
        };
    }

    /** From the instance down to the task's own scope, an inner value before an outer one of the same name. */
    private Map<String, @Nullable Object> variables() {
        List<Scope> inward = new ArrayList<>();
        for (String id = execution; id != null; ) {
            Scope scope = scopes.get(id);
            if (scope == null) {
                break;
            }
            inward.add(0, scope);
            id = scope.parent();
        }
        Map<String, @Nullable Object> variables = new HashMap<>();
        inward.forEach(scope -> variables.putAll(scope.variables()));
        return variables;
    }
}
