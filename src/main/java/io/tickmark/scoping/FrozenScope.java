package io.tickmark.scoping;

import io.tickmark.engagement.Category;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.EngagementId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The scope as it was approved. */
@Component
class FrozenScope {

    private final JdbcClient database;

    FrozenScope(JdbcClient database) {
        this.database = database;
    }

    boolean exists(EngagementId engagement) {
        return database.sql("select count(*) from frozen_scope where engagement_id = ?")
                        .param(engagement.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The id of the change that defined the scope anew; empty for the scope as first approved, or before. */
    Optional<String> change(EngagementId engagement) {
        return database.sql("select change_id from frozen_scope where engagement_id = ? and change_id is not null")
                .param(engagement.toString())
                .query(String.class)
                .optional();
    }

    List<ScopedControl> controls(EngagementId engagement) {
        return database.sql("select id, reference, title, description, criteria, frequency, nature, evidence"
                        + " from scope_control where engagement_id = ? order by position_no")
                .param(engagement.toString())
                .query((row, index) -> new ScopedControl(
                        UUID.fromString(row.getString("id")),
                        row.getString("reference"),
                        row.getString("title"),
                        row.getString("description"),
                        List.of(row.getString("criteria").split(";")),
                        row.getString("frequency"),
                        row.getString("nature"),
                        PlannedEvidence.read(row.getString("evidence"))))
                .list();
    }

    List<ScopedCriterion> criteria(EngagementId engagement) {
        return database.sql("select criterion, title, category, applicable, reason from scope_criterion"
                        + " where engagement_id = ? order by position_no")
                .param(engagement.toString())
                .query((row, index) -> new ScopedCriterion(
                        row.getString("criterion"),
                        row.getString("title"),
                        category(row.getString("category")),
                        row.getBoolean("applicable"),
                        row.getString("reason")))
                .list();
    }

    /** None for a control objective. */
    private static @Nullable Category category(String name) {
        return name.isEmpty() ? null : Category.valueOf(name);
    }

    /** Replaces what was frozen before, as when a model lets a scope be approved twice. */
    void keep(
            EngagementId engagement,
            List<ScopedControl> controls,
            List<ScopedCriterion> criteria,
            @Nullable UUID change,
            Instant at) {
        for (String table : List.of("scope_control", "scope_criterion", "frozen_scope")) {
            database.sql("delete from " + table + " where engagement_id = ?")
                    .param(engagement.toString())
                    .update();
        }
        database.sql("insert into frozen_scope (engagement_id, frozen_at, change_id) values (?, ?, ?)")
                .param(engagement.toString())
                .param(DatabaseTime.of(at))
                .param(change == null ? null : change.toString())
                .update();
        int position = 0;
        for (ScopedControl control : controls) {
            keep(engagement, position++, control);
        }
        position = 0;
        for (ScopedCriterion criterion : criteria) {
            keep(engagement, position++, criterion);
        }
    }

    private void keep(EngagementId engagement, int position, ScopedControl control) {
        database.sql("insert into scope_control (id, engagement_id, position_no, reference, title, description,"
                        + " criteria, frequency, nature, evidence) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        engagement.toString(),
                        position,
                        control.reference(),
                        control.title(),
                        control.description(),
                        String.join(";", control.criteria()),
                        control.frequency(),
                        control.nature(),
                        PlannedEvidence.lines(control.evidence()))
                .update();
    }

    private void keep(EngagementId engagement, int position, ScopedCriterion criterion) {
        database.sql("insert into scope_criterion (engagement_id, position_no, criterion, title, category, applicable,"
                        + " reason) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        engagement.toString(),
                        position,
                        criterion.id(),
                        criterion.title(),
                        criterion.category() == null ? "" : criterion.category().name(),
                        criterion.applicable(),
                        criterion.reason())
                .update();
    }
}
