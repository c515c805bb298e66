package io.tickmark.engagement;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.EngagementId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Many engagements at once with their planned reports. */
@Component
public class ManyEngagements {

    /** Phases that nothing comes after; the file of an issued report is still being closed. */
    static final String ENDED = "('closed', 'declined', 'withdrawn')";

    private static final String COLUMNS =
            "select e.id, e.client_id, e.title, e.phase, e.suspended, e.needed_by, e.bundle,"
                    + " e.previous_id, e.next_id, e.created_at, e.version, r.id as report_id, r.report_type, r.attestation_type,"
                    + " r.categories, r.period_start, r.period_end, r.as_of from engagement e"
                    + " left join planned_report r on r.engagement_id = e.id where ";

    private final JdbcClient database;

    ManyEngagements(JdbcClient database) {
        this.database = database;
    }

    /** Those of whose teams the person is, the newest first; one statement. */
    public List<EngagementFacts> ofTeam(Actor actor) {
        Map<String, Object> values = new LinkedHashMap<>();
        return read("e.phase not in " + ENDED + within(actor, values) + ofTeam(actor, values), values);
    }

    /**
     * Those that the person may know of, the newest first; one statement.
     *
     * @param ended those that have ended in place of those that run
     */
    public List<EngagementFacts> visible(Actor actor, boolean ended) {
        Map<String, Object> values = new LinkedHashMap<>();
        return read((ended ? "e.phase in " : "e.phase not in ") + ENDED + known(actor, values), values);
    }

    /**
     * Engagements that the person may know of, ended ones too, with a report that speaks of a day within these; those
     * that were declined or withdrawn lead to none. One statement.
     */
    public List<EngagementFacts> speakingOf(Actor actor, LocalDate from, LocalDate to) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = "e.phase not in ('declined', 'withdrawn') and coalesce(r.period_end, r.as_of) >= :from"
                + " and coalesce(r.period_start, r.as_of) <= :to" + known(actor, values);
        values.put("from", from);
        values.put("to", to);
        return read(where, values);
    }

    private List<EngagementFacts> read(String where, Map<String, Object> values) {
        return database
                .sql(COLUMNS + where + " order by e.created_at desc, e.id, r.position_no")
                .params(values)
                .query(ManyEngagements::line)
                .list()
                .stream()
                .collect(LinkedHashMap<EngagementId, EngagementFacts>::new, ManyEngagements::gather, Map::putAll)
                .values()
                .stream()
                .toList();
    }

    /** Continues a where: of a client's person, the engagements of his client. */
    static String within(Actor actor, Map<String, Object> values) {
        if (actor.client() == null) {
            return "";
        }
        values.put("client", actor.client().toString());
        return " and e.client_id = :client";
    }

    private static String ofTeam(Actor actor, Map<String, Object> values) {
        values.put("me", actor.id().toString());
        return " and e.id in (select m.engagement_id from team_member m where m.person_id = :me)";
    }

    private static String known(Actor actor, Map<String, Object> values) {
        return within(actor, values) + (Visibility.byFunction(actor) ? "" : ofTeam(actor, values));
    }

    private static void gather(Map<EngagementId, EngagementFacts> known, EngagementFacts line) {
        known.merge(line.id(), line, (one, more) -> {
            List<ReportPlan> plans = new ArrayList<>(one.reports());
            plans.addAll(more.reports());
            return one.with(plans);
        });
    }

    private static EngagementFacts line(ResultSet row, int index) throws SQLException {
        return new EngagementFacts(
                EngagementId.of(row.getString("id")),
                ClientId.of(row.getString("client_id")),
                row.getString("title"),
                row.getBoolean("suspended") ? "suspended" : row.getString("phase"),
                day(row.getDate("needed_by")),
                row.getString("bundle"),
                row.getString("report_id") == null ? List.of() : List.of(plan(row)),
                engagement(row.getString("previous_id")),
                engagement(row.getString("next_id")),
                LocalDate.ofInstant(DatabaseTime.instant(row.getTimestamp("created_at")), ZoneOffset.UTC),
                row.getInt("version"));
    }

    private static ReportPlan plan(ResultSet row) throws SQLException {
        return new ReportPlan(
                UUID.fromString(row.getString("report_id")),
                ReportType.valueOf(row.getString("report_type")),
                AttestationType.valueOf(row.getString("attestation_type")),
                Arrays.stream(row.getString("categories").split(","))
                        .filter(name -> !name.isEmpty())
                        .map(Category::valueOf)
                        .toList(),
                day(row.getDate("period_start")),
                day(row.getDate("period_end")),
                day(row.getDate("as_of")));
    }

    private static @Nullable EngagementId engagement(@Nullable String id) {
        return id == null ? null : EngagementId.of(id);
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
