package io.tickmark.workflow;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * What becomes of a job that failed. One that lost a race to a neighbour, at our tables, the engine's, or in a deadlock, is
 * run again at once and uses up none of its retries; left to the engine, it would wait like one that met a defect.
 */
final class FailedJobs implements FailedJobCommandFactory {

    private static final int DEEPEST_CAUSE = 20;
    /** MySQL's and H2's: lock wait timed out, deadlock. */
    private static final Set<Integer> LOCK_CODES = Set.of(1205, 1213, 50200, 40001);
    /** A row changes twice each time a job is tried: after a hundred lost races it is no race any more. */
    private static final int WORN_OUT = 200;

    @Override
    public Command<Object> getCommand(String job, Throwable failure) {
        return lost(failure) ? new AtOnce(job, failure) : new DefaultJobRetryCmd(job, failure);
    }

    private static boolean lost(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof OptimisticLockException
                    || (cause instanceof SQLException sql && LOCK_CODES.contains(sql.getErrorCode()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static final class AtOnce extends JobRetryCmd {

        AtOnce(String job, Throwable failure) {
            super(job, failure);
        }

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job == null) {
                return true;
            }
            if (job.getRevision() > WORN_OUT) {
                return new DefaultJobRetryCmd(jobId, new IllegalStateException("Lost to others too often", exception))
                        .execute(context);
            }
            job.unlock();
            notifyAcquisition(context);
            return true;
        }
    }
}
