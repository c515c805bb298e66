package io.tickmark.milestones;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long each milestone has taken after the one it follows, in this firm's own engagements. */
@Component
class FirmHistory {

    /** Enough to be typical, few enough to be read at once. */
    private static final int NEWEST = 500;

    private final JdbcClient database;
    private final WorkingDays calendar;

    FirmHistory(JdbcClient database, WorkingDays calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** The median in working days, for the milestones that this firm has reached at least once; one statement. */
    Map<String, Integer> medians() {
        Map<String, List<Integer>> taken = new HashMap<>();
        database.sql("select m.name, p.actual_on as begun, m.actual_on as reached from milestone m"
                        + " join milestone p on p.engagement_id = m.engagement_id and p.name = m.follows"
                        + " where m.actual_on is not null and p.actual_on is not null"
                        + " order by m.actual_on desc limit " + NEWEST)
                .query((row, index) -> Map.entry(
                        row.getString("name"),
                        calendar.between(day(row.getDate("begun")), day(row.getDate("reached")))))
                .list()
                .forEach(entry -> taken.computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
                        .add(entry.getValue()));
        Map<String, Integer> medians = new HashMap<>();
        taken.forEach((name, days) -> {
            days.sort(null);
            medians.put(name, days.get(days.size() / 2));
        });
        return medians;
    }

    private static LocalDate day(Date date) {
        return date.toLocalDate();
    }
}
