package io.tickmark.renewal;

import io.tickmark.engagement.AttestationType;
import io.tickmark.engagement.Practice;
import io.tickmark.engagement.ReportPlan;
import io.tickmark.workflow.Answers;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;

/** What the process {@code renewal} works out: the period that follows without a gap, or the next date. */
final class RenewalProcess {

    private static final int NEARLY_A_YEAR = 11;

    private RenewalProcess() {}

    /** The day after the last period's last, or after the date of a Type I: coverage has no gap. */
    static LocalDate nextStart(ReportPlan last) {
        return last.end().plusDays(1);
    }

    /**
     * Twelve months after a period of about a year; after a shorter one the same number of months again; after
     * a Type I what the firm practises.
     */
    static LocalDate proposedEnd(ReportPlan last, Practice practice) {
        return nextStart(last).plusMonths(nextMonths(last, practice)).minusDays(1);
    }

    private static long nextMonths(ReportPlan last, Practice practice) {
        if (!last.overPeriod()) {
            return practice.firstPeriodMonths();
        }
        long months = Period.between(last.start(), last.end().plusDays(1)).toTotalMonths();
        return months >= NEARLY_A_YEAR ? 12 : Math.max(1, months);
    }

    /** Another Type I speaks of the same day next year. */
    static LocalDate proposedDate(ReportPlan last) {
        return last.end().plusYears(1);
    }

    /** The same report again, as the answers to {@code PlanNextPeriod} have it and as proposed where they say nothing. */
    static ReportPlan next(ReportPlan last, Answers planned, Practice practice) {
        boolean overPeriod =
                last.overPeriod() || !planned.text("nextAttestationType").equals("TYPE_I");
        LocalDate from = last.overPeriod() ? null : planned.date("nextPeriodFrom");
        LocalDate end = planned.date("nextPeriodEnd");
        LocalDate date = planned.date("nextAsOf");
        return new ReportPlan(
                UUID.randomUUID(),
                last.reportType(),
                overPeriod ? AttestationType.TYPE_II : AttestationType.TYPE_I,
                last.categories(),
                overPeriod ? from == null ? nextStart(last) : from : null,
                overPeriod ? end == null ? proposedEnd(last, practice) : end : null,
                overPeriod ? null : date == null ? proposedDate(last) : date);
    }
}
