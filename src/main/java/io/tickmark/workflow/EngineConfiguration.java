package io.tickmark.workflow;

import io.tickmark.kernel.MovableClock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The process engine on the application's own data source and transactions; the only place that configures it. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    FormCheck formCheck(Clock clock) {
        return new FormCheck(clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    SpringProcessEngineConfiguration processEngineConfiguration(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ApplicationContext context,
            ApplicationEventPublisher events) {
        var engine = new EngineBuild();
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setExpressionManager(new LockedExpressions(context));
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new ModelListeners(events))));
        // the trail is the record; the engine keeps what diagrams and durations need
        engine.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        engine.setHistoryTimeToLive("P2555D");
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setHistoryCleanupEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setEnableXxeProcessing(false);
        engine.setCustomSessionFactories(new ArrayList<>(List.of(EngineJobs.FACTORY)));
        engine.setJobExecutor(jobExecutor(context));
        engine.setJobExecutorActivate(false);
        engine.setJobExecutorAcquireExclusiveOverProcessHierarchies(true);
        engine.setFailedJobCommandFactory(new FailedJobs());
        engine.setFailedJobRetryTimeCycle("PT2S,PT10S,PT1M,PT5M");
        engine.setDefaultNumberOfRetries(5);
        return engine;
    }

    /**
     * A lease of 50 s instead of the engine's five minutes: with the longest wait of a node that finds nothing to do,
     * another has taken a dead one's jobs within a minute. Ten jobs are taken up at a time in place of three: timers that
     * fall due together are many small jobs, and each round asks for what is due.
     */
    private static PreparingJobs jobExecutor(ApplicationContext context) {
        var executor = new PreparingJobs(context);
        executor.setMaxJobsPerAcquisition(10);
        executor.setQueueSize(10);
        executor.setLockTimeInMillis(50_000);
        executor.setWaitTimeInMillis(200);
        executor.setMaxWait(5_000);
        executor.setBackoffTimeInMillis(20);
        executor.setMaxBackoff(500);
        return executor;
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration configuration) {
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(configuration);
        return factory;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }
}
