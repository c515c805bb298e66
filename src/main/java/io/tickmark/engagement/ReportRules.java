package io.tickmark.engagement;

import io.tickmark.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a planned report must say of itself. */
public final class ReportRules {

    private ReportRules() {}

    static void check(List<ReportPlan> reports, List<Refusal> refusals) {
        for (int i = 0; i < reports.size(); i++) {
            check("reports[" + i + "].", reports.get(i), refusals);
            if (i > 0) {
                beside(reports.get(0), i, reports.get(i), refusals);
            }
        }
    }

    /** One body of tests leads to one opinion: what may stand beside a SOC 2 Type II is the SOC 3 that follows from it. */
    private static void beside(ReportPlan lead, int place, ReportPlan other, List<Refusal> refusals) {
        if (place > 1
                || lead.reportType() != ReportType.SOC2
                || !lead.overPeriod()
                || other.reportType() != ReportType.SOC3) {
            refusals.add(new Refusal(
                    "reports[" + place + "].reportType",
                    "Beside a SOC 2 Type II, named first, stands one SOC 3 from the same tests; propose any other report as"
                            + " an engagement of its own"));
        } else if (!other.categories().equals(lead.categories())
                || !Objects.equals(other.periodStart(), lead.periodStart())
                || !Objects.equals(other.periodEnd(), lead.periodEnd())) {
            refusals.add(new Refusal(
                    "reports[" + place + "].periodEnd",
                    "The SOC 3 covers the same categories and the same period as the SOC 2 that it rests on"));
        }
    }

    /** Adds to the refusals what does not hold; the fields are named behind the given prefix. */
    public static void check(String prefix, ReportPlan plan, List<Refusal> refusals) {
        if (plan.reportType() == ReportType.SOC3 && !plan.overPeriod()) {
            refusals.add(new Refusal(
                    prefix + "attestationType",
                    "A SOC 3 covers a period, there is none at one date: choose TYPE_II, or a SOC 2 Type I"));
            return;
        }
        if (plan.reportType() == ReportType.SOC1) {
            if (!plan.categories().isEmpty()) {
                refusals.add(new Refusal(
                        prefix + "categories",
                        "A SOC 1 is measured against control objectives, not categories (AT-C 320): leave them out"));
            }
        } else if (!plan.categories().contains(Category.SECURITY)) {
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
