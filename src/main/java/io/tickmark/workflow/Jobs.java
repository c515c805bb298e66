package io.tickmark.workflow;

import io.tickmark.kernel.EngagementId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's asynchronous work: steps to be run and timers to fire. */
@Component
public class Jobs {

    private final ManagementService management;
    private final JobExecutor executor;
    private final JdbcClient database;

    Jobs(ProcessEngine engine, JdbcClient database) {
        this.management = engine.getManagementService();
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.database = database;
    }

    /**
     * Frees what a process that died had taken up, and would hold for as long as its leases last. Only where no other
     * process can be at work: on the embedded database, whose file this one holds.
     */
    public void takeOver() {
        database.sql("update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1"
                        + " where LOCK_OWNER_ is not null")
                .update();
    }

    /** Begins to run jobs; once everything they need is there. */
    public void start() {
        executor.start();
    }

    /** Stops taking up jobs and waits for those under way. */
    public void stop() {
        executor.shutdown();
    }

    /** Sets the engine's clock apart from the machine's; only while no job runs, or leases would expire. */
    public void shiftClock(Duration offset) {
        ClockUtil.offset(offset.toMillis());
    }

    /** When the next timer falls due that is not after the given moment. */
    public Optional<Instant> nextTimer(Instant until) {
        return management
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(java.util.Date.from(until.plusSeconds(1)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(job -> job.getDuedate().toInstant())
                .findFirst();
    }

    /** Waits until no step is left to run now and none is under way; false when that takes longer. */
    public boolean quiet(Duration atMost) {
        return waitFor(() -> dueNow().count() == 0, atMost);
    }

    /** Like {@link #quiet(Duration)}, for what one engagement's people are waiting for; timers that are not due apart. */
    public boolean quiet(EngagementId engagement, Duration atMost) {
        return waitFor(
                () -> database.sql("select count(*) from ACT_RU_JOB j join ACT_RU_EXECUTION e"
                                        + " on e.ID_ = j.PROCESS_INSTANCE_ID_ where e.BUSINESS_KEY_ = ?"
                                        + " and j.HANDLER_TYPE_ = 'async-continuation' and j.RETRIES_ > 0"
                                        + " and j.SUSPENSION_STATE_ = 1 and j.DUEDATE_ is null")
                                .param(engagement.toString())
                                .query(Integer.class)
                                .single()
                        == 0,
                atMost);
    }

    /**
     * Does the work, and answers whether it leaves steps behind that run on their own once it is committed; timers apart.
     * On one thread, and not one within another.
     */
    public boolean leftBy(Runnable work) {
        return EngineJobs.stepsLeftBy(work);
    }

    private JobQuery dueNow() {
        return management.createJobQuery().active().executable().withRetriesLeft();
    }

    private static boolean waitFor(BooleanSupplier done, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Steps that failed for good and wait for somebody: each as a sentence. */
    public java.util.List<String> failed() {
        return management.createJobQuery().noRetriesLeft().list().stream()
                .map(Jobs::sentence)
                .toList();
    }

    private static String sentence(Job job) {
        return "In process instance " + job.getProcessInstanceId() + " a step failed: " + job.getExceptionMessage();
    }
}
