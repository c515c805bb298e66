package io.tickmark;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The databases of a ratio's two sides, of one kind: H2 files that write each commit, as the embedded default is (but
 * for answering a question asked before by the answer given then, which would measure nothing), or
 * with {@code -Dtickmark.test.database=mariadb} two on one MariaDB that is started for them.
 */
public final class BenchmarkDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new Statements());
        var sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("benchmark", address("tickmark")));
        MysqlSettings.apply(context.getEnvironment());
    }

    /** For the other side: an empty database behind a pool like the application's. */
    public static HikariDataSource empty(String name) {
        Map<String, Object> address = address(name);
        var pool = new HikariDataSource();
        pool.setJdbcUrl((String) address.get("spring.datasource.url"));
        pool.setUsername((String) address.get("spring.datasource.username"));
        pool.setPassword((String) address.get("spring.datasource.password"));
        pool.setMaximumPoolSize(20);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("address", address));
        MysqlSettings.apply(environment);
        if (environment.getPropertySources().get("mysql") instanceof MapPropertySource settings) {
            for (String setting : settings.getPropertyNames()) {
                pool.addDataSourceProperty(
                        setting.substring(setting.lastIndexOf('.') + 1), settings.getProperty(setting));
            }
        }
        return pool;
    }

    public static boolean isH2() {
        return !TestDatabase.MARIADB;
    }

    private static Map<String, Object> address(String name) {
        boolean maria = TestDatabase.MARIADB;
        return Map.of(
                "spring.datasource.url",
                maria
                        ? MariaDb.shared().create(name)
                        : "jdbc:h2:file:" + folder().resolve(name) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=200;OPTIMIZE_REUSE_RESULTS=0",
                "spring.datasource.username",
                maria ? "tickmark" : "sa",
                "spring.datasource.password",
                maria ? "tickmark" : "");
    }

    private static Path folder() {
        try {
            Path all = Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
            return Files.createTempDirectory(all, "h2-");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
