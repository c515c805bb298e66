package io.tickmark.workflow;

import io.tickmark.kernel.EngagementId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.jobexecutor.SuccessfulJobListener;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * The job executor, with a moment before each job's transaction in which a {@link PreparedStep} makes what it records in
 * it. A preparation that fails is a failed try of the job.
 */
final class PreparingJobs extends DefaultJobExecutor {

    private final ApplicationContext context;
    /** By the job's definition: a deployed model never changes, so what an element of it runs is looked up once. */
    private final Map<String, Optional<PreparedStep<?>>> steps = new ConcurrentHashMap<>();

    PreparingJobs(ApplicationContext context) {
        this.context = context;
    }

    private record Work(PreparedStep<?> step, String execution, String engagement) {}

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return new ExecuteJobsRunnable(jobs, engine) {
            @Override
            protected void executeJob(String job, CommandExecutor executor, JobFailureCollector failures) {
                super.executeJob(job, ahead(job, engine, executor), failures);
            }
        };
    }

    private CommandExecutor ahead(String job, ProcessEngineImpl engine, CommandExecutor executor) {
        return new CommandExecutor() {
            @Override
            @SuppressWarnings("NullAway") // as the engine's own commands answer
            public <T> T execute(Command<T> command) {
                if (command instanceof SuccessfulJobListener) {
                    // it counts for metrics, which are off, and would open a transaction of its own for it
                    return null;
                }
                return command instanceof ExecuteJobsCmd
                        ? prepared(job, engine, executor, command)
                        : executor.execute(command);
            }
        };
    }

    /** Nearly every job runs in the transaction that finds out that it has nothing to prepare. */
    @SuppressWarnings("NullAway") // a command of the engine may well answer null
    private <T> T prepared(String job, ProcessEngineImpl engine, CommandExecutor executor, Command<T> run) {
        AtomicReference<@Nullable T> done = new AtomicReference<>();
        Work work = executor.execute(command -> {
            Work ahead = work(job, command, engine);
            if (ahead == null) {
                done.set(run.execute(command));
            }
            return ahead;
        });
        return work == null
                ? done.get()
                : Preparation.around(work.step(), facts(work, engine), () -> executor.execute(run));
    }

    private @Nullable Work work(String id, CommandContext command, ProcessEngineImpl engine) {
        JobEntity job = command.getJobManager().findJobById(id);
        if (job == null
                || job.getJobDefinitionId() == null
                || !AsyncContinuationJobHandler.TYPE.equals(job.getJobHandlerType())) {
            return null;
        }
        return steps.computeIfAbsent(job.getJobDefinitionId(), definition -> step(job, engine))
                .map(step -> new Work(
                        step,
                        job.getExecutionId(),
                        command.getExecutionManager()
                                .findExecutionById(job.getProcessInstanceId())
                                .getBusinessKey()))
                .orElse(null);
    }

    private Optional<PreparedStep<?>> step(JobEntity job, ProcessEngineImpl engine) {
        var found = engine.getRepositoryService()
                .getBpmnModelInstance(job.getProcessDefinitionId())
                .getModelElementById(job.getActivityId());
        return Optional.ofNullable(found instanceof ServiceTask task ? task.getCamundaDelegateExpression() : null)
                .map(expression -> expression.substring(2, expression.length() - 1))
                .filter(name -> context.containsBean(name) && context.isTypeMatch(name, PreparedStep.class))
                .map(name -> (PreparedStep<?>) context.getBean(name));
    }

    private static StepFacts facts(Work work, ProcessEngineImpl engine) {
        return new StepFacts() {
            @Override
            public EngagementId engagement() {
                return EngagementId.of(work.engagement());
            }

            @Override
            public <T> @Nullable T get(Variable<T> variable) {
                return variable.fromEngine(engine.getRuntimeService().getVariable(work.execution(), variable.name()));
            }
        };
    }
}
