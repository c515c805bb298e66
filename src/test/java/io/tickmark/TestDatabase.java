package io.tickmark;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The database that tests of the whole application run on: one in memory, or with
 * {@code -Dtickmark.test.database=mariadb} a MariaDB that is started for them.
 */
final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final boolean MARIADB = "mariadb".equals(System.getProperty("tickmark.test.database"));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new Statements());
        if (MARIADB) {
            Map<String, Object> settings = Map.of(
                    "spring.datasource.url", MariaDb.shared().create("tickmark"),
                    "spring.datasource.username", "tickmark",
                    "spring.datasource.password", "tickmark");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("mariadb", settings));
            MysqlSettings.apply(context.getEnvironment());
        }
    }
}
