package io.tickmark.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.io.ClassPathResource;

/**
 * Reads the engine's SQL mappings, which is most of its start, beside everything else that a start does. They depend on
 * nothing but the kind of database.
 */
final class EngineMappings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final AtomicReference<@Nullable EngineMappings> AHEAD = new AtomicReference<>();

    private String databaseType = "";
    private @Nullable FutureTask<Configuration> reading;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        String url = event.getEnvironment().getProperty("spring.datasource.url", "");
        databaseType = url.startsWith("jdbc:h2:") ? "h2" : "mysql";
        // filled in by this thread, so that no two threads initialize the engine's classes from two ends
        Properties properties = new Properties();
        properties.put("prefix", "");
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(properties, "", databaseType);
        FutureTask<Configuration> task = new FutureTask<>(() -> read(properties));
        reading = task;
        AHEAD.set(this);
        Thread thread = new Thread(task, "engine-mappings");
        thread.setDaemon(true);
        thread.start();
    }

    private static Configuration read(Properties properties) {
        String file = ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE;
        try (InputStream mappings = new ClassPathResource(file).getInputStream()) {
            return new XMLConfigBuilder(mappings, "", properties).parse();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What was read ahead, once: an engine keeps and fills it. Empty when it was for another kind of database. */
    static Optional<Configuration> take(String databaseType) {
        EngineMappings ahead = AHEAD.getAndSet(null);
        if (ahead == null || ahead.reading == null || !ahead.databaseType.equals(databaseType)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ahead.reading.get());
        } catch (java.util.concurrent.ExecutionException unread) {
            throw new IllegalStateException("The engine's SQL mappings cannot be read", unread.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
