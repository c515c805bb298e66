package io.tickmark.engagement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What no standard fixes and each firm settles for itself; the defaults are usual practice.
 *
 * @param typeOneLeadDays how many days before its date the fieldwork of a Type I begins; 28 are twenty working days
 * @param renewalLeadDays how many days before a period ends its renewal is asked about, at the latest half-way through
 *     a shorter one
 * @param typeOneRenewalMonths how many months after the date of a Type I its renewal is asked about
 * @param firstPeriodMonths how long the period of the first Type II after a Type I is proposed
 * @param bridgeMonths how many months a bridge letter may reach beyond the period
 * @param requestDueDays in how many days evidence is due where nothing else is planned
 * @param remediationDays how many days are proposed for closing a gap
 * @param pervasiveBeyondOneIn findings are proposed as pervasive where more than one in so many of the criteria that
 *     apply is not met
 * @param toleranceDays how many working days something may be late before an audit's health is red
 * @param assemblyDays how many days after its release a report's file is to be locked (AT-C 105: sixty)
 * @param freshMonths how many months a report is usually read as current
 * @param freshFrom the day from which they are counted
 */
@ConfigurationProperties("tickmark.practice")
public record Practice(
        @DefaultValue("28") int typeOneLeadDays,
        @DefaultValue("90") int renewalLeadDays,
        @DefaultValue("9") int typeOneRenewalMonths,
        @DefaultValue("6") int firstPeriodMonths,
        @DefaultValue("3") int bridgeMonths,
        @DefaultValue("10") int requestDueDays,
        @DefaultValue("30") int remediationDays,
        @DefaultValue("3") int pervasiveBeyondOneIn,
        @DefaultValue("5") int toleranceDays,
        @DefaultValue("60") int assemblyDays,
        @DefaultValue("12") int freshMonths,
        @DefaultValue("ISSUE") FreshFrom freshFrom) {

    /** From which day on a report counts as current; a convention of readers, no rule. */
    public enum FreshFrom {
        ISSUE,
        REPORT_DATE,
        LAST_DAY
    }

    public Practice {
        least("type-one-lead-days", typeOneLeadDays, 0);
        least("renewal-lead-days", renewalLeadDays, 0);
        least("type-one-renewal-months", typeOneRenewalMonths, 0);
        least("first-period-months", firstPeriodMonths, 1);
        least("bridge-months", bridgeMonths, 0);
        least("request-due-days", requestDueDays, 1);
        least("remediation-days", remediationDays, 1);
        least("pervasive-beyond-one-in", pervasiveBeyondOneIn, 1);
        least("tolerance-days", toleranceDays, 0);
        least("assembly-days", assemblyDays, 1);
        least("fresh-months", freshMonths, 1);
    }

    private static void least(String setting, int number, int least) {
        if (number < least) {
            throw new IllegalArgumentException(
                    "tickmark.practice." + setting + " is a number from " + least + " on, not " + number);
        }
    }

    /** When fieldwork begins: with the period; for a Type I so long before its date that the walkthroughs are done by then. */
    public LocalDate fieldworkStart(ReportPlan report) {
        return report.overPeriod() ? report.start() : report.start().minusDays(typeOneLeadDays);
    }

    /** When renewal is asked about: before a period ends, or some time after the date of a Type I. */
    public LocalDate renewalDue(ReportPlan report) {
        if (!report.overPeriod()) {
            return report.end().plusMonths(typeOneRenewalMonths);
        }
        long half = ChronoUnit.DAYS.between(report.start(), report.end()) / 2;
        return report.end().minusDays(Math.min(renewalLeadDays, half));
    }
}
