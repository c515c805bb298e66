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

    /** Where the period stands on a day: {@code before}, {@code running}, {@code over}, or {@code none} for Type I. */
    public String period(LocalDate today) {
        if (periodStart == null || periodEnd == null) {
            return "none";
        }
        return today.isBefore(periodStart) ? "before" : today.isAfter(periodEnd) ? "over" : "running";
    }

    /** First day of a Type II period; a Type I report has none. */
    public LocalDate start() {
        if (periodStart == null) {
            throw new IllegalStateException("A " + attestationType + " report has no period");
        }
        return periodStart;
    }

    /** Last day of a Type II period, inclusive; a Type I report has none. */
    public LocalDate end() {
        if (periodEnd == null) {
            throw new IllegalStateException("A " + attestationType + " report has no period");
        }
        return periodEnd;
    }

    /** The same report on other categories. */
    ReportPlan covering(Collection<Category> others) {
        return new ReportPlan(id, reportType, attestationType, List.copyOf(others), periodStart, periodEnd, asOf);
    }

    /** The same report over a period that ends on another day. */
    ReportPlan endingOn(LocalDate end) {
        return new ReportPlan(id, reportType, attestationType, categories, periodStart, end, asOf);
    }
}
