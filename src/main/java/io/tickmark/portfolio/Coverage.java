package io.tickmark.portfolio;

import io.tickmark.engagement.AttestationType;
import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.engagement.ReportType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days that reports speak of, by client and kind of report, a year back and a year ahead: where one period does not
 * follow the other, readers find a gap. Measures are those of the drawing, 1000 wide.
 *
 * @param today where today lies
 */
record Coverage(List<Month> months, List<Line> lines, int today, int height) {

    static final int LEFT = 190;
    static final int WIDTH = 1000;
    private static final int TOP = 30;
    private static final int ROW = 30;
    private static final int LANE = 20;
    /** What the name of a month takes. */
    private static final int NAME = 45;

    private static final int MONTHS_BACK = 12;
    private static final int MONTHS_AHEAD = 13;
    private static final int LEAST_WIDTH = 8;

    /** Where a month begins; only each third is named. */
    record Month(int x, String name) {}

    /** One kind of report for one client; spans that overlap stand below each other. */
    record Line(String client, String kind, int y, List<Span> spans) {

        private int height() {
            return ROW + LANE * spans.stream().mapToInt(Span::lane).max().orElse(0);
        }
    }

    /**
     * One report's days.
     *
     * @param kind {@code period}, {@code date} of a Type I, or {@code gap} between two periods
     * @param engagement null of a gap
     */
    record Span(
            String kind,
            LocalDate from,
            LocalDate to,
            int x,
            int width,
            @Nullable UUID engagement,
            String title,
            int lane) {

        /** Below the line's own place. */
        public int down() {
            return lane * LANE;
        }

        private Span in(int otherLane) {
            return new Span(kind, from, to, x, width, engagement, title, otherLane);
        }

        public String dates() {
            return from.equals(to) ? Day.words(from) : Day.words(from) + " – " + Day.words(to);
        }
    }

    static LocalDate from(LocalDate today) {
        return YearMonth.from(today).minusMonths(MONTHS_BACK).atDay(1);
    }

    static LocalDate to(LocalDate today) {
        return YearMonth.from(today).plusMonths(MONTHS_AHEAD).atDay(1).minusDays(1);
    }

    /** @param client its name */
    static Coverage of(List<EngagementFacts> engagements, Function<EngagementFacts, String> client, LocalDate today) {
        Scale scale = new Scale(from(today), to(today));
        Map<String, List<Span>> kinds = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (EngagementFacts engagement : engagements) {
            for (ReportPlan plan : engagement.reports()) {
                String key = client.apply(engagement) + '\u001f' + words(plan);
                kinds.computeIfAbsent(key, none -> new ArrayList<>()).add(scale.span(engagement, plan));
            }
        }
        List<Line> lines = new ArrayList<>();
        int y = TOP;
        for (Map.Entry<String, List<Span>> kind : kinds.entrySet()) {
            int cut = kind.getKey().indexOf('\u001f');
            Line line = new Line(
                    kind.getKey().substring(0, cut),
                    kind.getKey().substring(cut + 1),
                    y,
                    inLanes(scale.withGaps(kind.getValue())));
            lines.add(line);
            y += line.height();
        }
        return new Coverage(scale.months(), lines, scale.x(today), y + 6);
    }

    /** Each in the first lane that is free on its first day. */
    private static List<Span> inLanes(List<Span> spans) {
        List<Integer> ends = new ArrayList<>();
        List<Span> placed = new ArrayList<>();
        for (Span span : spans) {
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) > span.x()) {
                lane++;
            }
            int end = span.x() + span.width();
            if (lane == ends.size()) {
                ends.add(end);
            } else {
                ends.set(lane, end);
            }
            placed.add(span.in(lane));
        }
        return placed;
    }

    private static String words(ReportPlan plan) {
        String type = plan.reportType().name().replace("SOC", "SOC ");
        boolean second = plan.attestationType() == AttestationType.TYPE_II;
        if (plan.reportType() == ReportType.SOC3) {
            return type;
        }
        return type
                + (plan.reportType() == ReportType.SOC1
                        ? (second ? " Type 2" : " Type 1")
                        : second ? " Type II" : " Type I");
    }

    /** Days as places in the drawing. */
    private record Scale(LocalDate from, LocalDate to) {

        int x(LocalDate day) {
            LocalDate within = day.isBefore(from) ? from : day.isAfter(to) ? to.plusDays(1) : day;
            long all = ChronoUnit.DAYS.between(from, to) + 1;
            return LEFT + (int) (ChronoUnit.DAYS.between(from, within) * (WIDTH - LEFT) / all);
        }

        Span span(EngagementFacts engagement, ReportPlan plan) {
            return place(
                    plan.overPeriod() ? "period" : "date",
                    plan.start(),
                    plan.end(),
                    engagement.id().value(),
                    engagement.title());
        }

        private Span place(String kind, LocalDate start, LocalDate end, @Nullable UUID engagement, String title) {
            int x = x(start);
            return new Span(kind, start, end, x, Math.max(x(end.plusDays(1)) - x, LEAST_WIDTH), engagement, title, 0);
        }

        /** By their days, with what lies uncovered between two periods. */
        List<Span> withGaps(List<Span> spans) {
            List<Span> all = new ArrayList<>();
            LocalDate covered = null;
            for (Span span :
                    spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
                if (span.kind().equals("period")) {
                    if (covered != null && span.from().isAfter(covered.plusDays(1))) {
                        all.add(place("gap", covered.plusDays(1), span.from().minusDays(1), null, "Not covered"));
                    }
                    covered = covered == null || span.to().isAfter(covered) ? span.to() : covered;
                }
                all.add(span);
            }
            return all;
        }

        List<Month> months() {
            return Stream.iterate(YearMonth.from(from), month -> month.plusMonths(1))
                    .limit(MONTHS_BACK + MONTHS_AHEAD)
                    .map(month -> new Month(x(month.atDay(1)), isNamed(month) ? name(month) : ""))
                    .toList();
        }

        private boolean isNamed(YearMonth month) {
            return month.getMonthValue() % 3 == 1 && x(month.atDay(1)) <= WIDTH - NAME;
        }

        private static String name(YearMonth month) {
            return Day.words(month.atDay(1)).substring(2);
        }
    }
}
