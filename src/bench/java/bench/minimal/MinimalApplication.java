package bench.minimal;

import java.io.IOException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What start-up is measured against: Spring Boot, the engine with our models on an H2 file, and one page. */
@SpringBootApplication
@RestController
public class MinimalApplication {

    public static void main(String[] args) {
        SpringApplication.run(MinimalApplication.class, args);
    }

    @Bean
    SpringProcessEngineConfiguration configuration(DataSource database, PlatformTransactionManager transactions)
            throws IOException {
        var engine = new SpringProcessEngineConfiguration();
        engine.setDataSource(database);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        engine.setHistoryTimeToLive("P2555D");
        engine.setJobExecutorActivate(true);
        var resources = new PathMatchingResourcePatternResolver();
        var models = new java.util.ArrayList<org.springframework.core.io.Resource>();
        for (String pattern : new String[] {"processes/*.bpmn", "processes/*.dmn", "forms/*.form"}) {
            models.addAll(java.util.List.of(resources.getResources("classpath*:" + pattern)));
        }
        engine.setDeploymentResources(models.toArray(new org.springframework.core.io.Resource[0]));
        return engine;
    }

    @Bean
    ProcessEngineFactoryBean engine(SpringProcessEngineConfiguration configuration) {
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(configuration);
        return factory;
    }

    @Bean
    RuntimeService runtime(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @GetMapping("/login")
    String page() {
        return "<!doctype html><title>Sign in</title><p>Sign in";
    }
}
