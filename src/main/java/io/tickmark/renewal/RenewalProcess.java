package io.tickmark.renewal;

import io.tickmark.engagement.ReportPlan;
import java.time.LocalDate;
import java.time.Period;

/** What the process {@code renewal} works out: the period that follows without a gap. */
final class RenewalProcess {

    private static final int NEARLY_A_YEAR = 11;

    private RenewalProcess() {}

    /** The day after the last period's last: coverage has no gap. */
    static LocalDate nextStart(ReportPlan last) {
        return last.end().plusDays(1);
    }

    /** Twelve months after a period of about a year; after a shorter one the same number of months again. */
    static LocalDate proposedEnd(ReportPlan last) {
        long months = Period.between(last.start(), last.end().plusDays(1)).toTotalMonths();
        long next = months >= NEARLY_A_YEAR ? 12 : Math.max(1, months);
        return nextStart(last).plusMonths(next).minusDays(1);
    }
}
