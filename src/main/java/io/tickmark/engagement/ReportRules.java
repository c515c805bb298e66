package io.tickmark.engagement;

import io.tickmark.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a planned report must say of itself. */
public final class ReportRules {

    private ReportRules() {}

    static void check(List<ReportPlan> reports, List<Refusal> refusals) {
        for (int i = 0; i < reports.size(); i++) {
            check("reports[" + i + "].", reports.get(i), refusals);
        }
    }

    /** Adds to the refusals what does not hold; the fields are named behind the given prefix. */
    public static void check(String prefix, ReportPlan plan, List<Refusal> refusals) {
        if (plan.reportType() != ReportType.SOC2) {
            refusals.add(new Refusal(prefix + "reportType", "This version carries SOC 2 examinations; choose SOC2"));
            return;
        }
        if (!plan.categories().contains(Category.SECURITY)) {
            refusals.add(new Refusal(prefix + "categories", "Security is part of every SOC 2: add SECURITY"));
        }
        if (plan.overPeriod()) {
            period(prefix, plan, refusals);
        } else {
            date(prefix, plan, refusals);
        }
    }

    private static void period(String prefix, ReportPlan plan, List<Refusal> refusals) {
        LocalDate start = required(prefix + "periodStart", plan.periodStart(), refusals);
        LocalDate end = required(prefix + "periodEnd", plan.periodEnd(), refusals);
        if (start != null && end != null && !end.isAfter(start)) {
            refusals.add(new Refusal(prefix + "periodEnd", "The period must end after it starts, on " + start));
        }
        if (plan.asOf() != null) {
            refusals.add(new Refusal(prefix + "asOf", "A Type II report has a period, not a single date"));
        }
    }

    private static void date(String prefix, ReportPlan plan, List<Refusal> refusals) {
        if (plan.asOf() == null) {
            refusals.add(new Refusal(prefix + "asOf", "A Type I report needs the one date that it speaks of"));
        }
        if (plan.periodStart() != null || plan.periodEnd() != null) {
            refusals.add(new Refusal(
                    prefix + (plan.periodStart() != null ? "periodStart" : "periodEnd"),
                    "A Type I report speaks of one date and has no period"));
        }
    }

    private static @Nullable LocalDate required(String field, @Nullable LocalDate date, List<Refusal> refusals) {
        if (date == null) {
            refusals.add(new Refusal(field, "A Type II report needs the first and the last day of its period"));
        }
        return date;
    }
}
