package io.tickmark;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What Connector/J must be told on MySQL and MariaDB, so that the address of the database is all an operator gives.
 * An operator's own {@code spring.datasource.hikari.data-source-properties.*} and parameters of the address win.
 */
final class MysqlSettings implements EnvironmentPostProcessor {

    private static final String DRIVER = "spring.datasource.hikari.data-source-properties.";
    private static final Map<String, Object> DEFAULTS = Map.of(
            // instants are whole seconds; a server rounds a fraction up, and the trail's hash would not match
            DRIVER + "sendFractionalSeconds", "false",
            // the engine's tables are looked for in our schema only, not in all that the account sees
            DRIVER + "nullDatabaseMeansCurrent", "true",
            DRIVER + "connectionTimeZone", "UTC",
            DRIVER + "forceConnectionTimeZoneToSession", "true",
            DRIVER + "characterEncoding", "UTF-8",
            DRIVER + "rewriteBatchedStatements", "true",
            // a neighbour's lock ends in a retry and not in a minute of silence
            DRIVER + "sessionVariables", "innodb_lock_wait_timeout=10",
            DRIVER + "connectTimeout", "5000",
            DRIVER + "tcpKeepAlive", "true");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        apply(environment);
    }

    static void apply(ConfigurableEnvironment environment) {
        if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:mysql:")) {
            environment.getPropertySources().addLast(new MapPropertySource("mysql", DEFAULTS));
        }
    }
}
