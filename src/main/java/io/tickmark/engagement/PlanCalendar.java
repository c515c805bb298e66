package io.tickmark.engagement;

import static io.tickmark.engagement.EngagementProcess.PERIOD_END;
import static io.tickmark.engagement.EngagementProcess.PERIOD_OVER;
import static io.tickmark.engagement.EngagementProcess.PERIOD_START;
import static io.tickmark.engagement.EngagementProcess.RENEWAL_DATE;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.Variable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
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
    public Set<Variable<?>> sets() {
        return Set.of(PERIOD_START, PERIOD_END, PERIOD_OVER, RENEWAL_DATE);
    }

    @Override
    public void run(StepContext context) {
        dates(engagements.facts(context.engagement()).leadReport()).forEach(context::set);
    }

    static Map<Variable<LocalDate>, LocalDate> dates(ReportPlan report) {
        return Map.of(
                PERIOD_START, report.start(),
                PERIOD_END, report.end(),
                PERIOD_OVER, report.end().plusDays(1),
                RENEWAL_DATE, renewalDate(report.start(), report.end()));
    }

    static LocalDate renewalDate(LocalDate start, LocalDate end) {
        long half = ChronoUnit.DAYS.between(start, end) / 2;
        return end.minusDays(Math.min(RENEWAL_LEAD_DAYS, half));
    }
}
