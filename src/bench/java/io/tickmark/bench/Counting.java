package io.tickmark.bench;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts what the application asks of its database. */
@TestConfiguration(proxyBeanMethods = false)
public class Counting {

    @Bean
    static CountedStatements countedStatements() {
        return new CountedStatements();
    }

    @Bean
    static BeanPostProcessor countingPool(CountedStatements counted) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? counted.around(pool) : bean;
            }
        };
    }
}
