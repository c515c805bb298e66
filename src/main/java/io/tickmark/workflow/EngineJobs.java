package io.tickmark.workflow;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own keeping of jobs. Beside it, it tells a thread at work that it leaves a step to be run by another, and
 * asks for a job only once in one command.
 */
final class EngineJobs extends JobManager {

    static final SessionFactory FACTORY = new SessionFactory() {
        @Override
        public Class<?> getSessionType() {
            return JobManager.class;
        }

        @Override
        public Session openSession() {
            return new EngineJobs();
        }
    };

    /** Null on a thread that nobody listens to. */
    private static final ThreadLocal<@Nullable Boolean> STEPS_LEFT = new ThreadLocal<>();

    /** Does the work, and answers whether steps wait for the job executor because of it. */
    static boolean stepsLeftBy(Runnable work) {
        STEPS_LEFT.set(false);
        try {
            work.run();
            return Boolean.TRUE.equals(STEPS_LEFT.get());
        } finally {
            STEPS_LEFT.remove();
        }
    }

    @Override
    public void send(MessageEntity message) {
        super.send(message);
        if (STEPS_LEFT.get() != null) {
            STEPS_LEFT.set(true);
        }
    }

    @Override
    public @Nullable JobEntity findJobById(String id) {
        JobEntity known = getDbEntityManager().getCachedEntity(JobEntity.class, id);
        return known == null ? super.findJobById(id) : known;
    }
}
