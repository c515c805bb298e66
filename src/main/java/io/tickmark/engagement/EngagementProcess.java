package io.tickmark.engagement;

import io.tickmark.kernel.EngagementId;
import io.tickmark.workflow.ProcessVariables;
import io.tickmark.workflow.Processes;
import io.tickmark.workflow.Variable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The outgoing seam of the process {@code engagement}. */
@Component
class EngagementProcess implements ProcessVariables {

    static final String KEY = "engagement";
    static final Variable<String> FURTHER_WORK = Variable.text("furtherWork");
    static final Variable<String> QUALITY_REVIEW_NEEDED = Variable.text("qualityReviewNeeded");
    /** Whether the lead report speaks of one date (Type I): nothing is observed over a period then. */
    static final Variable<Boolean> AT_ONE_DATE = Variable.flag("atOneDate");

    /** The period's first day; for a Type I the day on which fieldwork begins. */
    static final Variable<LocalDate> PERIOD_START = Variable.date("periodStart");

    /** The last day that the lead report speaks of. */
    static final Variable<LocalDate> PERIOD_END = Variable.date("periodEnd");

    /** The day from which all of it can be tested: after the period's last, or the date of a Type I. */
    static final Variable<LocalDate> PERIOD_OVER = Variable.date("periodOver");

    static final Variable<LocalDate> RENEWAL_DATE = Variable.date("renewalDate");

    private final Processes processes;
    private final Practice practice;

    EngagementProcess(Processes processes, Practice practice) {
        this.processes = processes;
        this.practice = practice;
    }

    /** Starts the life cycle on the live bundle and answers that bundle. */
    String start(EngagementId engagement) {
        return processes.startFromLiveBundle(KEY, engagement, Map.of(FURTHER_WORK, "no", QUALITY_REVIEW_NEEDED, "no"));
    }

    void withdraw(EngagementId engagement) {
        processes.tell("Message_EngagementWithdrawn", engagement);
    }

    /** The calendar as the report's period gives it, in whatever runs by it already. */
    void moveCalendar(EngagementId engagement, ReportPlan report) {
        processes.setDates(engagement, PlanCalendar.dates(report, practice));
    }

    void suspend(EngagementId engagement) {
        processes.suspend(engagement);
    }

    void resume(EngagementId engagement) {
        processes.resume(engagement);
    }

    /** Without the two that begin as "no" and are then answered in forms: a form may not ask for what code sets. */
    @Override
    public Set<Variable<?>> variables() {
        return Set.of(AT_ONE_DATE, PERIOD_START, PERIOD_END, PERIOD_OVER, RENEWAL_DATE);
    }

    @Override
    public Map<String, Set<Variable<?>>> setAtStart() {
        return Map.of(KEY, Set.of(FURTHER_WORK, QUALITY_REVIEW_NEEDED));
    }
}
