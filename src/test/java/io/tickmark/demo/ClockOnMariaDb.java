package io.tickmark.demo;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.env.MockEnvironment;

/**
 * Lets tests move the clock on a real database too, where no demo mode exists: the switch asks the environment of the
 * embedded default.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ClockOnMariaDb {

    @Bean
    @Primary
    DemoMode movable(DemoProperties properties) {
        return new DemoMode(
                properties,
                new MockEnvironment()
                        .withProperty("spring.datasource.url", "jdbc:h2:")
                        .withProperty("server.address", "127.0.0.1"));
    }
}
