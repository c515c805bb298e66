package io.tickmark.milestones;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.milestones.Milestones.Dated;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an engagement stands against its plan.
 *
 * @param health {@code red} when something will be later than the firm tolerates or the report misses its needed-by
 *     date, {@code amber} when something is late, else {@code green}
 * @param next the open milestone that comes first; null when none is open or dated
 * @param risk what is expected to be late most; null when nothing is
 */
public record Outlook(
        String health, @Nullable Next next, @Nullable Risk risk) {

    private static final String ISSUED = "Report issued";

    /** An open milestone with at least one of its dates. */
    public record Next(
            String name,
            @Nullable LocalDate planned,
            @Nullable LocalDate forecast) {

        private @Nullable LocalDate day() {
            return forecast == null ? planned : forecast;
        }
    }

    /**
     * A date that will not be kept.
     *
     * @param due as planned, or the day by which the report is needed
     * @param late in working days, at least 1
     * @param needed whether it is the day by which the report is needed
     */
    public record Risk(String name, LocalDate due, LocalDate forecast, int late, boolean needed) {}

    /** @param tolerance how many working days something may be late */
    static Outlook of(
            EngagementFacts engagement, List<Dated> milestones, WorkingDays calendar, int tolerance, LocalDate today) {
        List<Dated> open = milestones.stream().filter(m -> m.actual() == null).toList();
        List<Risk> missed = open.stream()
                .filter(m -> m.name().equals(ISSUED))
                .flatMap(m -> risk(m, engagement.neededBy(), calendar, true))
                .toList();
        List<Risk> slipping = open.stream()
                .flatMap(m -> risk(m, m.planned(), calendar, false))
                .toList();
        boolean tooLate = slipping.stream().anyMatch(risk -> risk.late() > tolerance);
        boolean late = open.stream().anyMatch(m -> late(calendar, m.planned(), today) > 0);
        return new Outlook(
                tooLate || !missed.isEmpty() ? "red" : late ? "amber" : "green",
                next(open).orElse(null),
                missed.stream()
                        .findFirst()
                        .or(() -> slipping.stream().max(Comparator.comparingInt(Risk::late)))
                        .orElse(null));
    }

    private static Optional<Next> next(List<Dated> open) {
        return open.stream()
                .map(m -> new Next(m.name(), m.planned(), m.forecast()))
                .filter(m -> m.day() != null)
                .min(Comparator.comparing(m -> Objects.requireNonNull(m.day())));
    }

    private static Stream<Risk> risk(Dated milestone, @Nullable LocalDate due, WorkingDays calendar, boolean needed) {
        LocalDate forecast = milestone.forecast();
        int late = late(calendar, due, forecast);
        return due == null || forecast == null || late == 0
                ? Stream.empty()
                : Stream.of(new Risk(milestone.name(), due, forecast, late, needed));
    }

    private static int late(WorkingDays calendar, @Nullable LocalDate due, @Nullable LocalDate expected) {
        return due == null || expected == null ? 0 : calendar.between(due, expected);
    }
}
