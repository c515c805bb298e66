package io.tickmark.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/**
 * One engine in memory for all process tests of a run, with nothing of ours in it. Each step that a model names is a
 * bean that hands over to the walk in progress.
 */
final class PlainEngine {

    private static final Pattern STEP = Pattern.compile("camunda:delegateExpression=\"\\$\\{(\\w+)}\"");

    static final Path PROCESSES = Path.of("processes");
    static final Path FORMS = Path.of("forms");
    static final ProcessEngine ENGINE = build();

    private PlainEngine() {}

    private static ProcessEngine build() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:processes;DB_CLOSE_DELAY=-1");
        configuration.setProcessEngineName("processes");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setBeans(steps());
        return configuration.buildProcessEngine();
    }

    private static Map<Object, Object> steps() {
        Map<Object, Object> beans = new HashMap<>();
        for (Path model : files(PROCESSES, ".bpmn")) {
            STEP.matcher(read(model))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .forEach(name -> beans.put(name, (JavaDelegate) execution -> Walk.step(name, execution)));
        }
        return beans;
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
