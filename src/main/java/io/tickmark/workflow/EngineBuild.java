package io.tickmark.workflow;

import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

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

    private void use(Configuration mappings) {
        mappings.setEnvironment(new Environment("default", transactionFactory, dataSource));
        mappings.setDefaultStatementTimeout(jdbcStatementTimeout);
        if (isJdbcBatchProcessing()) {
            mappings.setDefaultExecutorType(org.apache.ibatis.session.ExecutorType.BATCH);
        }
        sqlSessionFactory = new DefaultSqlSessionFactory(mappings);
    }
}
