package io.tickmark.description;

import io.tickmark.engagement.ReportPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An incident or a significant change as it stands in an engagement's register.
 *
 * @param reference how people know it within the engagement, such as {@code I-2}
 * @param title what the description and the bridge letter name it by
 * @param occurredOn the day it began
 * @param discoveredOn not before {@code occurredOn}
 * @param controls references of the controls it bears on
 * @param criteria ids of the criteria or control objectives it bears on
 */
public record IncidentFacts(
        UUID id,
        String reference,
        IncidentKind kind,
        String title,
        LocalDate occurredOn,
        LocalDate discoveredOn,
        String nature,
        String extent,
        List<String> controls,
        List<String> criteria,
        boolean fromFailedControls,
        boolean failedCommitments,
        String disposition) {

    /** In words, for letters and forms: {@code Outage of the ledger (incident of 2026-05-03, I-2)}. */
    public String label() {
        return title + " (" + kind.word() + " of " + occurredOn + ", " + reference + ")";
    }

    /**
     * Whether the description has to tell of it: a change always (DC9), an incident when it came from controls that
     * failed or kept a commitment from being met (DC4), as far as the report speaks of its time.
     */
    boolean belongsInto(ReportPlan report) {
        boolean matters = kind == IncidentKind.SIGNIFICANT_CHANGE || fromFailedControls || failedCommitments;
        return matters
                && !occurredOn.isAfter(report.end())
                && (!report.overPeriod() || !discoveredOn.isBefore(report.start()));
    }
}
