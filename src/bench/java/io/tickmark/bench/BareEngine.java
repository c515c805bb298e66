package io.tickmark.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.tickmark.BenchmarkDatabase;
import io.tickmark.Statements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.runtime.Job;

/**
 * The other side: the engine alone, in this JVM, with our models on a database of its own of the same kind. Its settings
 * are the engine's, but for what would only slow it down: it keeps as little history as ours, and counts no metrics.
 */
public final class BareEngine implements AutoCloseable {

    private static final Pattern STEP = Pattern.compile("camunda:delegateExpression=\"\\$\\{(\\w+)}\"");

    private final HikariDataSource pool = BenchmarkDatabase.empty("bare");
    private final ProcessEngine engine;

    /** @param steps what some steps do; all others do nothing */
    public BareEngine(Map<String, JavaDelegate> steps) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(Statements.around(pool));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setHistory("activity");
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setJobExecutorActivate(false);
        Map<Object, Object> beans = new HashMap<>();
        List<Path> models = files("processes");
        models.forEach(model -> STEP.matcher(read(model))
                .results()
                .forEach(step -> beans.put(step.group(1), (JavaDelegate) execution -> {})));
        beans.putAll(steps);
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        var bundle = engine.getRepositoryService().createDeployment();
        Stream.concat(models.stream(), files("forms").stream())
                .forEach(file -> bundle.addString(file.getFileName().toString(), read(file)));
        bundle.deploy();
    }

    public ProcessEngine engine() {
        return engine;
    }

    /** Runs what is due now, one job after the other. */
    public void runJobs() {
        for (boolean ran = true; ran; ) {
            ran = false;
            for (Job job : engine.getManagementService()
                    .createJobQuery()
                    .executable()
                    .withRetriesLeft()
                    .list()) {
                engine.getManagementService().executeJob(job.getId());
                ran = true;
            }
        }
    }

    /** The text of every model of this kind. */
    public static List<String> texts(String ending) {
        return files("processes").stream()
                .filter(file -> file.toString().endsWith(ending))
                .map(BareEngine::read)
                .toList();
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
