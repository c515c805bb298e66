package io.tickmark.workflow;

import io.tickmark.modelcheck.ModelFinding;
import io.tickmark.modelcheck.Origin;
import io.tickmark.modelcheck.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deployed sets of models. A bundle is always the whole set in one deployment with stable names, since called
 * processes and forms are bound to the deployment of their caller.
 */
@Component
public class Bundles {

    private static final Logger log = LoggerFactory.getLogger(Bundles.class);
    private static final List<String> PATTERNS =
            List.of("classpath*:processes/*.bpmn", "classpath*:processes/*.dmn", "classpath*:forms/*.form");

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ModelGate gate;

    Bundles(RepositoryService repository, RuntimeService runtime, ModelGate gate) {
        this.repository = repository;
        this.runtime = runtime;
        this.gate = gate;
    }

    /** The id of the bundle that new engagements start on. */
    public String live() {
        return repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .findFirst()
                .map(Deployment::getId)
                .orElseThrow(() -> new IllegalStateException("No models are deployed"));
    }

    /**
     * Deploys the models the product ships, unless exactly these are live already.
     *
     * @throws IllegalStateException when the check of models finds an error in them, one sentence for each
     */
    @Transactional
    public void deployShipped() {
        Map<String, byte[]> files = shipped();
        String name = "shipped-" + fingerprint(files);
        boolean present =
                repository.createDeploymentQuery().deploymentName(name).count() > 0;
        if (present) {
            return;
        }
        String errors = gate.findings(files, Origin.PRODUCT).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Bundles::sentence)
                .collect(Collectors.joining("\n"));
        if (!errors.isEmpty()) {
            throw new IllegalStateException("The shipped models cannot be deployed:\n" + errors);
        }
        var deployment =
                repository.createDeployment().name(name).source("tickmark").enableDuplicateFiltering(false);
        files.forEach((file, bytes) -> deployment.addInputStream(file, new java.io.ByteArrayInputStream(bytes)));
        deployment.deploy();
        log.info("Deployed {} models and forms as {}", files.size(), name);
    }

    /**
     * Checks every bundle on which something still runs, by the rules of today, and logs what is found. That stops
     * nothing: work that began under older rules is finished, and what its expressions may do is bounded by the engine's
     * own lock. Whoever reads the log decides whether to migrate it.
     */
    public void checkRunning() {
        for (Deployment bundle :
                repository.createDeploymentQuery().orderByDeploymentTime().asc().list()) {
            long running = runtime.createProcessInstanceQuery()
                    .deploymentId(bundle.getId())
                    .count();
            if (running > 0) {
                gate.findings(files(bundle.getId()), origin(bundle)).forEach(finding -> {
                    String told = bundle.getName() + ", on which " + running + " processes run: " + sentence(finding);
                    log.atLevel(finding.severity() == Severity.ERROR ? Level.ERROR : Level.WARN)
                            .log(told);
                });
            }
        }
    }

    private static Origin origin(Deployment bundle) {
        return "tickmark".equals(bundle.getSource()) ? Origin.PRODUCT : Origin.OWNER;
    }

    private static String sentence(ModelFinding finding) {
        return finding.file() + (finding.element() == null ? "" : ", " + finding.element()) + ": " + finding.message();
    }

    private Map<String, byte[]> files(String bundle) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : repository.getDeploymentResourceNames(bundle)) {
            try (InputStream in = repository.getResourceAsStream(bundle, name)) {
                files.put(name, in.readAllBytes());
            } catch (IOException broken) {
                throw new UncheckedIOException("The model " + name + " cannot be read", broken);
            }
        }
        return files;
    }

    private static Map<String, byte[]> shipped() {
        var resolver = new PathMatchingResourcePatternResolver();
        Map<String, byte[]> files = new TreeMap<>(Comparator.naturalOrder());
        try {
            for (String pattern : PATTERNS) {
                String folder = pattern.substring("classpath*:".length(), pattern.indexOf('/') + 1);
                for (Resource resource : resolver.getResources(pattern)) {
                    files.put(folder + resource.getFilename(), resource.getContentAsByteArray());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The shipped models cannot be read", broken);
        }
        return files;
    }

    private static String fingerprint(Map<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((file, bytes) -> {
                digest.update((file + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
