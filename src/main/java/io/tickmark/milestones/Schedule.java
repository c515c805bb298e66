package io.tickmark.milestones;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.Practice;
import io.tickmark.milestones.Milestones.Dated;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out dates from what each milestone follows. */
final class Schedule {

    private final WorkingDays calendar;
    private final Practice practice;

    Schedule(WorkingDays calendar, Practice practice) {
        this.calendar = calendar;
        this.practice = practice;
    }

    /**
     * The planned date of each milestone by name; left out where it hangs on a period that is not known yet.
     *
     * @param milestones in an order in which what is followed comes first
     */
    Map<String, LocalDate> plan(List<Milestone> milestones, LocalDate start, EngagementFacts engagement) {
        Map<String, LocalDate> dates = anchors(start, engagement);
        for (Milestone milestone : milestones) {
            LocalDate from = dates.get(milestone.follows());
            if (from != null) {
                dates.put(milestone.name(), calendar.plus(from, milestone.workingDays()));
            }
        }
        return dates;
    }

    /**
     * The forecast of each milestone: its actual day where it is reached; otherwise from what it follows, by the firm's
     * own median or else the model's duration, and never before today.
     */
    Map<String, LocalDate> forecast(
            List<Milestone> milestones,
            LocalDate start,
            EngagementFacts engagement,
            Map<String, Integer> history,
            LocalDate today) {
        Map<String, LocalDate> dates = anchors(start, engagement);
        for (Milestone milestone : milestones) {
            LocalDate from = dates.get(milestone.follows());
            if (milestone.actual() != null) {
                dates.put(milestone.name(), milestone.actual());
            } else if (from != null) {
                int days = history.getOrDefault(milestone.name(), milestone.workingDays());
                dates.put(milestone.name(), later(calendar.plus(from, days), calendar.plus(today, 0)));
            }
        }
        return dates;
    }

    /** Those that the engagement comes to, with their forecast. */
    List<Dated> dated(List<Milestone> all, EngagementFacts engagement, Map<String, Integer> history, LocalDate today) {
        Map<String, LocalDate> forecast = forecast(all, engagement.createdOn(), engagement, history, today);
        return concerning(all, engagement).stream()
                .map(milestone -> new Dated(
                        milestone.id(),
                        milestone.name(),
                        milestone.planned(),
                        milestone.baseline(),
                        forecast.get(milestone.name()),
                        milestone.actual(),
                        milestone.version()))
                .toList();
    }

    private Map<String, LocalDate> anchors(LocalDate start, EngagementFacts engagement) {
        Map<String, LocalDate> dates = new HashMap<>();
        dates.put("start", start);
        engagement.reports().stream().findFirst().ifPresent(report -> {
            dates.put("fieldworkStart", practice.fieldworkStart(report));
            dates.put("lastDay", report.end());
            // asked about before a period's end but decided after it, with the bridge letter
            dates.put("renewalFrom", report.overPeriod() ? report.end() : practice.renewalDue(report));
            put(dates, "periodStart", report.periodStart());
            put(dates, "periodEnd", report.periodEnd());
            put(dates, "asOf", report.asOf());
        });
        return dates;
    }

    /**
     * The milestones that an engagement comes to: a Type I has no period that begins or ends, a Type II no single date.
     * What is reached counts.
     */
    static List<Milestone> concerning(List<Milestone> all, EngagementFacts engagement) {
        Set<String> foreign = engagement.atOneDate() ? Set.of("periodStart", "periodEnd") : Set.of("asOf");
        return all.stream()
                .filter(milestone -> milestone.actual() != null || !foreign.contains(milestone.follows()))
                .toList();
    }

    private static void put(Map<String, LocalDate> dates, String name, @Nullable LocalDate date) {
        if (date != null) {
            dates.put(name, date);
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
