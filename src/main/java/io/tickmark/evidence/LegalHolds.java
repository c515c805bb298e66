package io.tickmark.evidence;

import io.tickmark.engagement.Roles;
import io.tickmark.engagement.Team;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.Refused;
import io.tickmark.trail.Trail;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Legal holds: while one is on an engagement nothing of it is deleted, whatever its retention says. */
@Component
class LegalHolds {

    private final JdbcClient database;
    private final RetentionsDue due;
    private final Team team;
    private final Trail trail;
    private final Clock clock;

    LegalHolds(JdbcClient database, RetentionsDue due, Team team, Trail trail, Clock clock) {
        this.database = database;
        this.due = due;
        this.team = team;
        this.trail = trail;
        this.clock = clock;
    }

    record Hold(String reason, Instant since) {}

    @Transactional(readOnly = true)
    public Optional<Hold> find(EngagementId engagement) {
        return database.sql("select reason, set_at from legal_hold where engagement_id = ?")
                .param(engagement.toString())
                .query((row, n) -> new Hold(row.getString("reason"), DatabaseTime.instant(row.getTimestamp("set_at"))))
                .optional();
    }

    /** Puts a hold on, or takes it off; asking for what is already so does nothing. By the engagement's partner. */
    @Transactional
    public void set(Actor actor, EngagementId engagement, boolean on, @Nullable String reason) {
        if (!team.roles(engagement, actor.id()).contains(Roles.PARTNER)) {
            throw new Forbidden("A legal hold is put on and taken off by the engagement's partner");
        }
        if (reason == null || reason.isBlank()) {
            throw new Refused("reason", "Say why; the reason stands in the trail");
        }
        if (on == find(engagement).isPresent()) {
            return;
        }
        if (on) {
            database.sql("insert into legal_hold (engagement_id, reason, set_by, set_at) values (?, ?, ?, ?)")
                    .params(engagement.toString(), reason, actor.id().toString(), DatabaseTime.of(clock.instant()))
                    .update();
        } else {
            database.sql("delete from legal_hold where engagement_id = ?")
                    .param(engagement.toString())
                    .update();
        }
        due.all(engagement);
        trail.record(engagement, on ? "legal-hold-set" : "legal-hold-lifted", actor, Map.of("reason", reason));
    }
}
