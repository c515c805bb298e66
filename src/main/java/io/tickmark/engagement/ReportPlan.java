package io.tickmark.engagement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One report that an engagement is to lead to. An engagement may carry several over one body of evidence.
 *
 * @param periodStart first day of the period, for Type II
 * @param periodEnd last day of the period, inclusive, for Type II
 * @param asOf the one date, for Type I
 */
public record ReportPlan(
        UUID id,
        ReportType reportType,
        AttestationType attestationType,
        List<Category> categories,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable LocalDate asOf) {

    public ReportPlan {
        categories = categories.stream().distinct().sorted().toList();
    }

    /** A new plan of a Type II report. */
    public static ReportPlan typeTwo(ReportType type, List<Category> categories, LocalDate start, LocalDate end) {
        return new ReportPlan(UUID.randomUUID(), type, AttestationType.TYPE_II, categories, start, end, null);
    }

    /** A new plan of a Type I report. */
    public static ReportPlan typeOne(ReportType type, List<Category> categories, LocalDate asOf) {
        return new ReportPlan(UUID.randomUUID(), type, AttestationType.TYPE_I, categories, null, null, asOf);
    }

    /** Where the period stands on a day: {@code before}, {@code running}, {@code over}, or {@code none} for Type I. */
    public String period(LocalDate today) {
        if (periodStart == null || periodEnd == null) {
            return "none";
        }
        return today.isBefore(periodStart) ? "before" : today.isAfter(periodEnd) ? "over" : "running";
    }

    /** Whether it speaks of a period; else of one date. */
    public boolean overPeriod() {
        return attestationType == AttestationType.TYPE_II;
    }

    /** The first day that the report speaks of: of its period, or the one date of a Type I. */
    public LocalDate start() {
        return known(overPeriod() ? periodStart : asOf);
    }

    /** The last day that the report speaks of: of its period, inclusive, or the one date of a Type I. */
    public LocalDate end() {
        return known(overPeriod() ? periodEnd : asOf);
    }

    /** The first day that the report may carry: after its period, or the date that a Type I speaks of. */
    public LocalDate datedFrom() {
        return overPeriod() ? end().plusDays(1) : end();
    }

    /** As people say it: {@code SOC 2 Type II}, {@code SOC 1 Type 2}, {@code SOC 3}. */
    public String name() {
        return switch (reportType) {
            case SOC1 -> overPeriod() ? "SOC 1 Type 2" : "SOC 1 Type 1";
            case SOC2 -> overPeriod() ? "SOC 2 Type II" : "SOC 2 Type I";
            case SOC3 -> "SOC 3";
        };
    }

    /** Whether anybody may read it; the others name their readers. */
    public boolean generalUse() {
        return reportType == ReportType.SOC3;
    }

    /** The SOC 3 that follows from the same tests. */
    public ReportPlan publicOne() {
        return new ReportPlan(
                UUID.randomUUID(), ReportType.SOC3, attestationType, categories, periodStart, periodEnd, asOf);
    }

    private LocalDate known(@Nullable LocalDate date) {
        if (date == null) {
            throw new IllegalStateException("A " + attestationType + " report without "
                    + (overPeriod() ? "its period" : "its date") + " was planned");
        }
        return date;
    }

    /** The same report on other categories. */
    ReportPlan covering(Collection<Category> others) {
        return new ReportPlan(id, reportType, attestationType, List.copyOf(others), periodStart, periodEnd, asOf);
    }

    /** The same report over a period that ends on another day, or as of another date. */
    ReportPlan endingOn(LocalDate end) {
        return new ReportPlan(
                id,
                reportType,
                attestationType,
                categories,
                periodStart,
                overPeriod() ? end : null,
                overPeriod() ? null : end);
    }
}
