package io.tickmark.workflow;

import io.tickmark.kernel.EngagementId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The job executor, with a moment before each job's transaction in which a {@link PreparedStep} makes what it records in
 * it. A preparation that fails is a failed try of the job.
 */
final class PreparingJobs extends DefaultJobExecutor {

    private static final String STEP_OF_JOB =
            "select j.PROCESS_DEF_ID_, d.ACT_ID_, j.EXECUTION_ID_, i.BUSINESS_KEY_ from ACT_RU_JOB j"
                    + " join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_"
                    + " join ACT_RU_EXECUTION i on i.ID_ = j.PROCESS_INSTANCE_ID_"
                    + " where j.ID_ = ? and j.HANDLER_TYPE_ = 'async-continuation'";

    private final ApplicationContext context;
    /** A deployed model never changes, so what an element of it runs is looked up once. */
    private final Map<Element, Optional<PreparedStep<?>>> steps = new ConcurrentHashMap<>();

    PreparingJobs(ApplicationContext context) {
        this.context = context;
    }

    private record Element(String definition, String activity) {}

    private record Work(Element element, String execution, String engagement) {}

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
            public <T> T execute(Command<T> command) {
                return command instanceof ExecuteJobsCmd
                        ? prepared(job, engine, () -> executor.execute(command))
                        : executor.execute(command);
            }
        };
    }

    private <T> T prepared(String job, ProcessEngineImpl engine, Supplier<T> run) {
        Work work = context.getBean(JdbcClient.class)
                .sql(STEP_OF_JOB)
                .param(job)
                .query((row, n) ->
                        new Work(new Element(row.getString(1), row.getString(2)), row.getString(3), row.getString(4)))
                .optional()
                .orElse(null);
        PreparedStep<?> step = work == null
                ? null
                : steps.computeIfAbsent(work.element(), element -> step(element, engine))
                        .orElse(null);
        if (work == null || step == null) {
            return run.get();
        }
        return Preparation.around(step, facts(work, engine), run);
    }

    private Optional<PreparedStep<?>> step(Element element, ProcessEngineImpl engine) {
        var found = engine.getRepositoryService()
                .getBpmnModelInstance(element.definition())
                .getModelElementById(element.activity());
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
