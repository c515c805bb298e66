package io.tickmark.workflow;

import java.io.IOException;
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
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    Bundles(RepositoryService repository) {
        this.repository = repository;
    }

    /** The id of the bundle that new engagements start on. */
    public String live() {
        return repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .findFirst()
                .map(Deployment::getId)
                .orElseThrow(() -> new IllegalStateException("No models are deployed"));
    }

    /** Deploys the models the product ships, unless exactly these are live already. */
    @Transactional
    public void deployShipped() {
        Map<String, byte[]> files = shipped();
        String name = "shipped-" + fingerprint(files);
        boolean present =
                repository.createDeploymentQuery().deploymentName(name).count() > 0;
        if (present) {
            return;
        }
        var deployment =
                repository.createDeployment().name(name).source("tickmark").enableDuplicateFiltering(false);
        files.forEach((file, bytes) -> deployment.addInputStream(file, new java.io.ByteArrayInputStream(bytes)));
        deployment.deploy();
        log.info("Deployed {} models and forms as {}", files.size(), name);
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
