package io.tickmark.engagement;

import static io.tickmark.engagement.EngagementProcess.AT_ONE_DATE;
import static io.tickmark.engagement.EngagementProcess.PERIOD_END;
import static io.tickmark.engagement.EngagementProcess.PERIOD_OVER;
import static io.tickmark.engagement.EngagementProcess.PERIOD_START;
import static io.tickmark.engagement.EngagementProcess.RENEWAL_DATE;

import io.tickmark.workflow.Step;
import io.tickmark.workflow.StepContext;
import io.tickmark.workflow.Variable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hands the dates of the frozen scope to the timers of the life cycle. */
@Component
class PlanCalendar implements Step {

    private final Engagements engagements;
    private final Practice practice;

    PlanCalendar(Engagements engagements, Practice practice) {
        this.engagements = engagements;
        this.practice = practice;
    }

    @Override
    public Set<Variable<?>> sets() {
        return Set.of(AT_ONE_DATE, PERIOD_START, PERIOD_END, PERIOD_OVER, RENEWAL_DATE);
    }

    @Override
    public void run(StepContext context) {
        ReportPlan lead = engagements.facts(context.engagement()).leadReport();
        context.set(AT_ONE_DATE, !lead.overPeriod());
        dates(lead, practice).forEach(context::set);
    }

    static Map<Variable<LocalDate>, LocalDate> dates(ReportPlan report, Practice practice) {
        return Map.of(
                PERIOD_START, practice.fieldworkStart(report),
                PERIOD_END, report.end(),
                PERIOD_OVER, report.datedFrom(),
                RENEWAL_DATE, practice.renewalDue(report));
    }
}
