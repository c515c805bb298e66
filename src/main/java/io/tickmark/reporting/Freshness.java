package io.tickmark.reporting;

import io.tickmark.engagement.Engagements;
import io.tickmark.engagement.Practice;
import io.tickmark.engagement.ReportPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when readers take a report as current: a convention, which no standard knows. */
@Component
class Freshness {

    private final Engagements engagements;
    private final Practice practice;

    Freshness(Engagements engagements, Practice practice) {
        this.engagements = engagements;
        this.practice = practice;
    }

    /** Null for a draft, and for a report that was recalled. */
    @Nullable
    LocalDate until(ReportFacts report) {
        LocalDate lastDay = engagements.facts(report.engagement()).reports().stream()
                .filter(plan -> plan.id().equals(report.plan()))
                .map(ReportPlan::end)
                .findFirst()
                .orElse(null);
        return until(report, lastDay, practice);
    }

    /** @param lastDay that the report speaks of, where it is known */
    static @Nullable LocalDate until(ReportFacts report, @Nullable LocalDate lastDay, Practice practice) {
        Instant issued = report.issuedAt();
        if (issued == null || report.state() == ReportState.RECALLED) {
            return null;
        }
        LocalDate from =
                switch (practice.freshFrom()) {
                    case ISSUE -> LocalDate.ofInstant(issued, ZoneOffset.UTC);
                    case REPORT_DATE -> report.reportDate();
                    case LAST_DAY -> lastDay;
                };
        return from == null ? null : from.plusMonths(practice.freshMonths());
    }
}
