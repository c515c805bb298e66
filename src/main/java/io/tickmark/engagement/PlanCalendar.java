package io.tickmark.engagement;

import static io.tickmark.engagement.EngagementProcess.PERIOD_END;
import static io.tickmark.engagement.EngagementProcess.PERIOD_OVER;
import static io.tickmark.engagement.EngagementProcess.PERIOD_START;
import static io.tickmark.engagement.EngagementProcess.RENEWAL_DATE;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Hands the dates of the frozen scope to the timers of the life cycle. */
@Component
class PlanCalendar implements Step {

    /** Ninety days before the period ends, at the latest half-way through a shorter one. */
    private static final int RENEWAL_LEAD_DAYS = 90;

    private final Engagements engagements;

    PlanCalendar(Engagements engagements) {
        this.engagements = engagements;
    }

    @Override
    public void run(StepContext context) {
        ReportPlan report = engagements.facts(context.engagement()).leadReport();
        context.set(PERIOD_START, report.start());
        context.set(PERIOD_END, report.end());
        context.set(PERIOD_OVER, report.end().plusDays(1));
        context.set(RENEWAL_DATE, renewalDate(report.start(), report.end()));
    }

    static LocalDate renewalDate(LocalDate start, LocalDate end) {
        long half = ChronoUnit.DAYS.between(start, end) / 2;
        return end.minusDays(Math.min(RENEWAL_LEAD_DAYS, half));
    }
}
