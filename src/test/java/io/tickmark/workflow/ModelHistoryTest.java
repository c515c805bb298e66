package io.tickmark.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kernel.EngagementId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each version of the models that was ever shipped lies in {@code model-history} as it was. From whatever element of it
 * an audit stands at, it goes on with the models of today.
 */
class ModelHistoryTest {

    private static final Path HISTORY = Path.of("src/test/resources/model-history");
    private static final Pattern STEP = Pattern.compile("camunda:delegateExpression=\"\\$\\{(\\w+)}\"");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{!?(\\w+)");
    private static final Pattern DATE = Pattern.compile("(?:timeDate[^>]*>|dueDate=\")\\$\\{(\\w+)}");
    private static final Pattern COUNT = Pattern.compile("loopCardinality[^>]*>\\$\\{(\\w+)}");
    private static final Pattern MANY = Pattern.compile("collection=\"(?:\\$\\{)?(\\w+)");

    private static ProcessEngine engine;
    private static String today;

    @BeforeAll
    static void todaysModels() {
        Map<Object, Object> steps = new HashMap<>();
        history().forEach(version -> unzip(version).values().forEach(file -> name(file, steps)));
        Map<String, byte[]> shipped = folders("processes", "forms");
        shipped.values().forEach(file -> name(file, steps));
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:history;DB_CLOSE_DELAY=-1");
        configuration.setProcessEngineName("history");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setBeans(steps);
        engine = configuration.buildProcessEngine();
        today = deploy(shipped);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    static List<Path> history() {
        return list(HISTORY);
    }

    @ParameterizedTest
    @MethodSource("history")
    void anAuditGoesOnFromWhereverItStands(Path version) {
        Map<String, byte[]> files = unzip(version);
        String then = deploy(files);
        List<TaskMoved> moved = new ArrayList<>();
        Migrations migrations = migrations(moved);
        Map<String, List<Obstacle>> stuck = new LinkedHashMap<>();
        int audits = 0;
        for (ProcessDefinition definition : engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(then)
                .list()) {
            String xml = new String(files.get(definition.getResourceName()), StandardCharsets.UTF_8);
            for (String place : places(definition)) {
                EngagementId audit = EngagementId.next();
                engine.getRuntimeService()
                        .createProcessInstanceById(definition.getId())
                        .businessKey(audit.toString())
                        .setVariables(variables(audit, xml))
                        .startBeforeActivity(place)
                        .execute();
                Migrations.Outcome outcome = migrations.move(audit, today, Map.of());
                if (!outcome.obstacles().isEmpty()) {
                    stuck.put(definition.getKey() + "/" + place, outcome.obstacles());
                }
                audits++;
            }
        }
        assertThat(stuck).isEmpty();
        assertThat(audits).isGreaterThan(100);
        assertThat(moved).hasSizeGreaterThan(60);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .deploymentId(then)
                        .count())
                .isZero();
    }

    private static Migrations migrations(List<TaskMoved> moved) {
        var runtime = engine.getRuntimeService();
        var repository = engine.getRepositoryService();
        return new Migrations(
                runtime,
                repository,
                new MigrationPlans(runtime, repository),
                new MovedWork(engine, event -> moved.add((TaskMoved) event)));
    }

    /** Where work can stand: at people's tasks, at steps that wait for their job, in called processes, at events. */
    private static List<String> places(ProcessDefinition definition) {
        BpmnModelInstance model = engine.getRepositoryService().getBpmnModelInstance(definition.getId());
        List<String> places = new ArrayList<>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            boolean many = !node.getChildElementsByType(MultiInstanceLoopCharacteristics.class)
                    .isEmpty();
            if (node instanceof Activity || node instanceof IntermediateCatchEvent) {
                places.add(many ? node.getId() + "#multiInstanceBody" : node.getId());
            }
        }
        return places;
    }

    private static Map<String, Object> variables(EngagementId audit, String xml) {
        Map<String, Object> variables = new TreeMap<>();
        VARIABLE.matcher(xml).results().forEach(found -> variables.put(found.group(1), "no"));
        DATE.matcher(xml).results().forEach(found -> variables.put(found.group(1), new Date()));
        COUNT.matcher(xml).results().forEach(found -> variables.put(found.group(1), 2));
        MANY.matcher(xml).results().forEach(found -> variables.put(found.group(1), List.of("one", "two")));
        variables.put("engagementId", audit.toString());
        return variables;
    }

    private static String deploy(Map<String, byte[]> files) {
        var bundle = engine.getRepositoryService().createDeployment();
        files.forEach((name, bytes) -> bundle.addInputStream(name, new ByteArrayInputStream(bytes)));
        return bundle.deploy().getId();
    }

    private static void name(byte[] file, Map<Object, Object> steps) {
        STEP.matcher(new String(file, StandardCharsets.UTF_8))
                .results()
                .forEach(found -> steps.put(found.group(1), (JavaDelegate) execution -> {}));
    }

    private static Map<String, byte[]> unzip(Path version) {
        Map<String, byte[]> files = new TreeMap<>();
        try (InputStream in = Files.newInputStream(version);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }

    private static Map<String, byte[]> folders(String... folders) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : folders) {
            for (Path file : list(Path.of(folder))) {
                try {
                    files.put(folder + "/" + file.getFileName(), Files.readAllBytes(file));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return files;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
