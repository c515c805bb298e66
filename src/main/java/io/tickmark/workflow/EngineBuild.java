package io.tickmark.workflow;

import java.util.List;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.impl.BootstrapEngineCommand;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextInterceptor;
import org.camunda.bpm.engine.impl.interceptor.LogInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.SpringTransactionInterceptor;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** The engine's own configuration, with SQL mappings that were read ahead. */
final class EngineBuild extends SpringProcessEngineConfiguration {

    // the engine asks for a factory for each time it reads, and would look through every jar for one each time
    static {
        System.getProperties()
                .putIfAbsent(
                        "javax.xml.datatype.DatatypeFactory",
                        "com.sun.org.apache.xerces.internal.jaxp.datatype.DatatypeFactoryImpl");
    }

    @Override
    protected void initSqlSessionFactory() {
        EngineMappings.take(databaseType).ifPresent(this::use);
        super.initSqlSessionFactory();
    }

    EngineBuild() {
        setProcessEngineBootstrapCommand(new WithoutLicence());
    }

    /** The engine's look at its own tables waits for no entities, which are still being made beside it. */
    @Override
    protected void initCommandExecutorDbSchemaOperations() {
        var transactions = new DataSourceTransactionManager(dataSource);
        commandExecutorSchemaOperations = initInterceptorChain(List.of(
                new LogInterceptor(),
                new SpringTransactionInterceptor(transactions, TransactionDefinition.PROPAGATION_REQUIRED, this),
                new CommandContextInterceptor(commandContextFactory, this),
                actualCommandExecutor));
    }

    /** The engine asks for a licence key in a transaction of the entities'; this one has none. */
    private static final class WithoutLicence extends BootstrapEngineCommand {

        @Override
        protected void updateTelemetryData(CommandContext context) {}
    }

    private void use(Configuration mappings) {
        mappings.setEnvironment(new Environment("default", transactionFactory, dataSource));
        mappings.setDefaultStatementTimeout(jdbcStatementTimeout);
        if (isJdbcBatchProcessing()) {
            mappings.setDefaultExecutorType(org.apache.ibatis.session.ExecutorType.BATCH);
        }
        sqlSessionFactory = new DefaultSqlSessionFactory(mappings);
    }
}
